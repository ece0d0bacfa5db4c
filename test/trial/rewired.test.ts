import { expect, test } from 'vitest';
import { environmentNamed } from '../../environments';
import { collectorOfEnvironment } from '../../trial/of-constructs';
import { rewired } from '../../trial/rewired';

const collector = collectorOfEnvironment(environmentNamed('production'));
const { conf, plugins, environment, stages } = rewired(collector, 'https://localhost:9');

test('the stages are those of the pipeline, in their order', () => {
  expect(stages.filter(({ isOutput }) => isOutput).map(({ type }) => type)).toEqual([
    'elasticsearch_bulk',
    'dead_letters',
  ]);
  expect(stages.map(({ place }) => place)).toEqual(stages.map((_, index) => index));
  expect(stages.map(({ type }) => type)).toContain('elasticsearch_fit');
});

test('a tap is before each of them', () => {
  const types = [...conf.matchAll(/^ {2}<(?:filter|match) .*\n {4}@type (\S+)$/gm)].map(([, type]) => type);
  expect(types).toEqual([...stages.flatMap(({ type }) => ['trial_tap', type]), 'null']);
  const taps = [...conf.matchAll(/^ {4}place (\d+)\n {4}before (\S+)$/gm)].map(([, place, type]) => [place, type]);
  expect(taps).toEqual(stages.map(({ place, type }) => [String(place), type]));
  expect(Object.keys(plugins)).toEqual([...Object.keys(collector.plugins), 'filter_trial_tap.rb']);
});

test('what is not the pipeline is left out, and it sends to the trial at once', () => {
  expect(conf).not.toMatch(/@type (exec|prometheus)/);
  expect(conf).toMatch(/url https:\/\/localhost:9\n/);
  expect(conf).not.toContain('elasticsearch.logging.svc');
  expect(conf).toContain('flush_mode immediate');
  expect(conf).not.toContain('flush_interval');
});

test('nothing of the pipeline itself is changed', () => {
  const without = (text: string) =>
    text
      .replace(/ +<filter \*\*>\n +@type trial_tap\n[\s\S]*?<\/filter>\n/g, '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => !/^(#|url|ca_file|flush_|refresh_interval|$)/.test(line));
  const [, deployed = ''] = /(<source>\n +@type container_logs[\s\S]*)/.exec(collector.conf) ?? [];
  const [, tried = ''] = /(<source>\n +@type container_logs[\s\S]*)/.exec(conf) ?? [];
  expect(without(tried)).toEqual(without(deployed));
});

test('pods are asked for where the trial tells them', () => {
  const asks = {
    conf: '<label @POD_METADATA>\n  <filter **>\n    @type pod_metadata\n    api_host x\n  </filter>\n</label>\n',
    plugins: {},
  };
  const { conf: tried, stages: asked } = rewired(asks, 'https://localhost:9');
  expect(tried).toContain(
    'api_host localhost\n    api_port 9\n    token_file /fluentd/tls/token\n    ca_file /fluentd/tls/ca.crt\n',
  );
  expect(asked.map(({ type }) => type)).toEqual(['pod_metadata']);
});

test('it says when it has started, whatever it is to say', () => {
  const quiet = { conf: '<system>\n  log_level error\n  root_dir /x\n</system>\n', plugins: {} };
  expect(rewired(quiet, 'https://localhost:9').conf).toBe('<system>\n  root_dir /x\n</system>\n');
});

test('variables that it asks for are there', () => {
  expect(Object.keys(environment)).toEqual(
    expect.arrayContaining(['K8S_NODE_NAME', 'ELASTICSEARCH_USERNAME', 'ELASTICSEARCH_PASSWORD']),
  );
});

test('to outputs besides that of the stack nothing is sent', () => {
  const further = `<label @LOGS>
  <match **>
    @type copy
    <store>
      @type relabel
      @label @OUTPUT_ELASTICSEARCH
    </store>
  </match>
</label>
<label @OUTPUT_ELASTICSEARCH>
  <match **>
    @type elasticsearch_bulk
    url https://a
  </match>
</label>
<label @OUTPUT_SECOND>
  <match **>
    @type elasticsearch_bulk
    @id second
    url https://b
  </match>
</label>
`;
  const tried = rewired({ conf: further, plugins: {} }, 'https://localhost:9');
  expect(tried.stages).toEqual([
    { place: 0, type: 'copy', isOutput: false },
    { place: 1, type: 'elasticsearch_bulk', isOutput: true },
    { place: 2, type: 'elasticsearch_bulk', isOutput: true, output: 'second' },
  ]);
  expect(tried.conf).toContain('url https://localhost:9\n');
  expect(tried.conf).not.toMatch(/https:\/\/[ab]\n/);
  expect(tried.conf).toMatch(
    /<label @OUTPUT_SECOND>[\s\S]* {2}<match \*\*>\n {4}@type null\n {2}<\/match>\n<\/label>\n$/,
  );
});
