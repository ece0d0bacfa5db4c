import { expect, test } from 'vitest';

import { type Footprint, fold } from '../../../constructs/fluentd/footprint';

const NOTHING = {
  volumes: [],
  mounts: [],
  env: [],
  ports: [],
  ingress: [],
  services: [],
  egress: [],
  rights: [],
  podLabels: {},
  secrets: [],
  temporary: [],
  rubyFiles: {},
};

test('without parts, and with parts that need nothing, nothing is needed', () => {
  expect(fold([])).toEqual(NOTHING);
  expect(fold([{}, { podLabels: undefined }])).toEqual(NOTHING);
});

test('what several parts need is needed together, in their order', () => {
  const part = (name: string): Footprint => ({
    volumes: [{ name, emptyDir: {} }],
    mounts: [{ name, mountPath: `/${name}` }],
    env: [{ name, value: name }],
    ports: [{ name, containerPort: 1 }],
    egress: [{ ports: [{ protocol: name }] }],
    podLabels: { [name]: 'true' },
    secrets: [{ kind: 'credentials', name, namespace: 'n', description: '', username: name }],
    rubyFiles: { [`${name}.rb`]: name },
  });
  const { volumes, mounts, env, ports, egress, podLabels, secrets, rubyFiles } = fold([part('b'), {}, part('a')]);
  for (const list of [volumes, mounts, env, ports, secrets]) {
    expect(list.map(({ name }) => name)).toEqual(['b', 'a']);
  }
  expect(egress).toHaveLength(2);
  expect(podLabels).toEqual({ b: 'true', a: 'true' });
  expect(rubyFiles).toEqual({ 'b.rb': 'b', 'a.rb': 'a' });
});
