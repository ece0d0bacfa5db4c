import { expect, test } from 'vitest';

import { placeOf } from '../../../../../constructs/core';
import type { JournaldInput } from '../../../../../constructs/fluentd';
import { JOURNALD } from '../../../../../constructs/fluentd/inputs/node/journald';
import { fluentd } from '../../rendered';

const rendered = (journald: JournaldInput) => {
  const { object, pod, container } = fluentd({ inputs: [{ name: 'journal', route: 'cluster', journald }] });
  return { conf: object('ConfigMap').data['fluent.conf'] as string, pod, container };
};

test('the whole journal of the node is read, and nothing of it can be written', () => {
  const { conf, pod, container } = rendered({});
  expect(conf.slice(conf.indexOf('@id input-journal'), conf.indexOf('<label @LOGS>'))).toMatchInlineSnapshot(`
    "@id input-journal
      @label @INPUT_JOURNAL
      tag journal
      path /var/log/journal
      pos_file /var/lib/fluentd/inputs/journal/journal.cursor
      node_name "#{ENV['K8S_NODE_NAME']}"
    </source>

    # Logs of the input journal
    <label @INPUT_JOURNAL>
      <match **>
        @type input_events
        @label @LOGS
        input journal
        route cluster
        data_stream '{"type":"logs","dataset":"cluster","namespace":"default"}'
        fields '["log","process","service","kubernetes"]'
      </match>
    </label>

    # Logs with the fields of their JSON, in a form that Elasticsearch stores
    "
  `);
  expect(pod.volumes).toContainEqual({
    name: 'input-journal',
    hostPath: { path: '/var/log/journal', type: 'Directory' },
  });
  expect(container.volumeMounts).toContainEqual({
    name: 'input-journal',
    mountPath: '/var/log/journal',
    readOnly: true,
  });
  expect(container.env.filter(({ name }: { name: string }) => name === 'K8S_NODE_NAME')).toHaveLength(1);
});

test('options', () => {
  const { conf, pod } = rendered({ units: ['kubelet.service'], kernel: true, storage: 'volatile', since: '1h' });
  for (const line of ['path /run/log/journal', 'units \'["kubelet.service"]\'', 'kernel true', 'since 1h']) {
    expect(conf).toContain(`  ${line}\n`);
  }
  expect(pod.volumes).toContainEqual({
    name: 'input-journal',
    hostPath: { path: '/run/log/journal', type: 'Directory' },
  });
});

const said = (options: JournaldInput) =>
  JOURNALD.mistakes(options).map(({ path, message }) => `${placeOf(path)} ${message}`);

test('mistakes', () => {
  expect(said({ units: ['kubelet.service', 'user@1000.service', 'dev-disk-by\\x2dlabel.mount'] })).toEqual([]);
  expect(said({ units: ['kubelet'] })).toEqual([
    'units[0] must be the name of a unit with its type, got "kubelet"; write for example kubelet.service',
  ]);
  expect(said({ units: [], kernel: true })).toEqual([
    'units must be at least one unit, got []; name one, or leave it out for all',
  ]);
  expect(said({ kernel: false, since: '1 day' as '1d' })).toEqual([
    'kernel must be given with units alone, since without them all is read, got false; remove it, or name units',
    'since must be a time such as 12h, got "1 day"; correct it',
  ]);
});
