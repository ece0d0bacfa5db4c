import { expect, test } from 'vitest';

import { parse } from '../../../../constructs/fluentd/conf';
import { collectorKind } from '../../../../review/report/collectors/collector-kind';

const source = (type: string, more = '') => `<source>\n  @type ${type}\n${more}</source>\n`;
const match = (type: string) => `<label @LOGS>\n  <match **>\n    @type ${type}\n  </match>\n</label>\n`;

test.each([
  [source('container_logs') + match('elasticsearch_bulk'), 'direct'],
  [source('container_logs') + match('forward_logs'), 'agent'],
  [source('forwarded_logs') + match('elasticsearch_bulk'), 'aggregator'],
  // What others forward is an input like any other.
  [source('forwarded_logs', '  foreign true\n') + source('container_logs') + match('elasticsearch_bulk'), 'direct'],
  [source('forwarded_logs', '  foreign true\n'), undefined],
  [source('tail') + match('stdout'), undefined],
])('a configuration is that of its plugins: %j', (conf, kind) => {
  expect(collectorKind(parse(conf))).toBe(kind);
});
