import { expect, test } from 'vitest';

import { nodeLossBudget } from '../../../review/report/buffers';
import { object } from '../objects';

const daemonSet = (annotation: string) => ({
  ...object('{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: fluentd, namespace: logging}}'),
  metadata: { name: 'fluentd', annotations: { 'cdk8s-efk/loss-budget': annotation } },
});

test('what the manifests say of the node counts more than what is assumed', () => {
  const said = daemonSet('{"rate":2097152,"containerLogMaxSize":52428800}');

  expect(nodeLossBudget([said], 3.5 * 2 ** 30, 1)).toEqual({
    rate: 2 ** 21,
    elasticsearchOutage: 612,
    fluentdOutage: 100,
  });
});

test.each(['', 'not JSON', '[]', '{"rate":"fast"}', '{"rate":-1}'])(
  'an annotation %j is as good as none',
  (annotation) => {
    expect(nodeLossBudget([daemonSet(annotation)], 0, 2 ** 20)).toEqual({
      rate: 2 ** 20,
      elasticsearchOutage: 40,
      fluentdOutage: 40,
    });
  },
);
