import { expect, test } from 'vitest';

import { environmentReport } from '../../../../review/report/environment-report';
import { reportMarkdown, reportText } from '../../../../review/report/render';
import { collectorObjects } from './collectors';

const reportOf = (options: Parameters<typeof collectorObjects>[0]) =>
  environmentReport('test', collectorObjects(options), { bytesPerSecond: 2 ** 20, nodes: 100 });

/** The part of a report below a title. */
const part = (text: string, title: string) => text.split('\n\n').find((each) => each.startsWith(title));

test('a report says what collectors need, and of what too little is requested', () => {
  const options = { cpu: '50m', aggregators: { replicas: 3, storage: '50Gi' } } as const;

  expect(part(reportText(reportOf(options)), 'Collectors')).toMatchInlineSnapshot(`
    "Collectors, for 4,462 lines a second on each of 100 nodes
      way               deployed  cores on a node  aggregators  cores in all  sent by a node  to Elasticsearch
      direct            no        0.1              0            9.6           3.3 MiB/s       330 MiB/s
      over aggregators  yes       0.04             13           11.96         1.8 MiB/s       330 MiB/s
      aggregators hold 6 min of logs while Elasticsearch is away, then nodes do
      warning: StatefulSet logging/fluentd-aggregator has 3 pods with 1 cores each and needs 11.42 cores, and a pod more; have 13
      warning: DaemonSet logging/fluentd requests 0.05 cores on each node and needs 0.06; request 60m"
  `);
  expect(reportMarkdown(reportOf(options))).toContain(
    '\n\nwarning: StatefulSet logging/fluentd-aggregator has 3 pods with 1 cores each and needs 11.42 cores, and a pod more; have 13\n',
  );
});

test('without aggregators the other way is there to compare', () => {
  expect(part(reportText(reportOf({})), 'Collectors')).toMatchInlineSnapshot(`
    "Collectors, for 4,462 lines a second on each of 100 nodes
      way               deployed  cores on a node  aggregators  cores in all  sent by a node  to Elasticsearch
      direct            yes       0.1              0            9.6           3.3 MiB/s       330 MiB/s
      over aggregators  no        0.04             13           11.96         1.8 MiB/s       330 MiB/s"
  `);
});

test('the buffer of aggregators is on no node', () => {
  expect(reportOf({ aggregators: { replicas: 3, storage: '50Gi' } }).lossBudget.bufferBytes).toBe(2 * 2 ** 30);
});
