import { expect, test } from 'vitest';
import { inputTreatments } from '../../../../constructs/fluentd/inputs/own-treatments';
import { fluentd, refusal } from '../rendered';

const INPUTS = [{ name: 'made-up', route: 'nodes', treatment: 'quiet', sample: {} }];
const ROUTES = [{ name: 'cluster' }, { name: 'nodes', namespaces: [] }];
const DROP = [{ reason: 'noise', where: { message: 'noise' } }];

test('a treatment that an input names is for inputs alone unless it selects containers', () => {
  expect(inputTreatments([{ name: 'quiet' }, { name: 'loud' }], INPUTS)).toEqual(new Set(['quiet']));
  expect(inputTreatments([{ name: 'quiet', select: { containers: ['app'] } }], INPUTS)).toEqual(new Set());
  expect(inputTreatments([{ name: 'quiet' }], [])).toEqual(new Set());
});

const conf = (...treatments: { name: string; drop: typeof DROP }[]) =>
  fluentd({ routes: ROUTES, inputs: INPUTS, treatments }).object('ConfigMap').data['fluent.conf'] as string;

test('no container has it, so that others after it do', () => {
  const [input = '', filter = ''] = conf({ name: 'quiet', drop: DROP }, { name: 'all', drop: DROP }).split(
    '@TREATMENTS>',
  );
  expect(input).toContain('<treatment all>');
  expect(input).not.toContain('<treatment quiet>');
  expect(filter).toContain('<treatment quiet>');
});

test('a route without namespaces is for inputs, and must have one', () => {
  expect(conf({ name: 'quiet', drop: DROP })).not.toContain('<route nodes>');
  expect(refusal({ routes: ROUTES })).toEqual([
    'routes[1].namespaces must not be empty, got [], which matches nothing; name one, or leave it out for all',
  ]);
});

test('without a route for containers no log of a container is read', () => {
  const { object, pod } = fluentd({
    routes: [{ name: 'nodes', namespaces: [] }],
    inputs: [{ ...INPUTS[0], treatment: undefined, name: 'a', route: 'nodes' }],
  });
  expect(object('ConfigMap').data['fluent.conf']).not.toContain('container_logs');
  expect(pod.volumes.map(({ name }: { name: string }) => name)).not.toContain('pods');
});
