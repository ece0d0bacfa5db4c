import { expect, test } from 'vitest';

import { type LossBound, lossAnnotation, lossMistakes } from '../../../../constructs/fluentd/pod/loss-bound';

const told = (bound: LossBound) =>
  lossMistakes(bound, '20Gi').map(({ path, message }) => `${path.join('.')} ${message}`);

test('outages that the node does not hold are refused, with what would hold them', () => {
  expect(told({ rate: '1Mi', elasticsearchOutage: '4h', fluentdOutage: '10m' })).toEqual([
    'lossBudget.elasticsearchOutage must be at most 5891s, which bufferSize 20Gi and the files of the kubelet hold at 1Mi a second, got 4h; raise bufferSize to 50265Mi, or lower it',
    'lossBudget.fluentdOutage must be at most 40s, which the files of the kubelet hold at 1Mi a second, got 10m; raise containerLogMaxSize or containerLogMaxFiles of the kubelet and name them here, or lower it',
  ]);
  expect(lossMistakes({ rate: '1Mi', elasticsearchOutage: '4h' }, '50265Mi')).toEqual([]);
});

test('what the node holds is right', () => {
  expect(told({ rate: '1Mi', elasticsearchOutage: '90m', fluentdOutage: '40s' })).toEqual([]);
  expect(
    told({
      rate: '1Mi',
      fluentdOutage: '10m',
      containerLogMaxSize: '100Mi',
      containerLogMaxFiles: 10,
      busiestShare: 0.5,
    }),
  ).toEqual([]);
  expect(lossMistakes(undefined, '1Mi')).toEqual([]);
});

test('what is no share and no number of files is refused', () => {
  expect(told({ rate: '1Mi', fluentdOutage: '10h', busiestShare: 2, containerLogMaxFiles: 1 })).toEqual([
    'lossBudget.busiestShare must be above 0 and at most 1, got 2; write 1 if you do not know',
    'lossBudget.containerLogMaxFiles must be a whole number of at least 2, got 1; write what the kubelet has',
  ]);
});

test('reports find what it is counted from in an annotation', () => {
  expect(lossAnnotation({ rate: '2Mi', containerLogMaxSize: '50Mi' }, '1Gi')).toEqual({
    'cdk8s-efk/loss-budget':
      '{"rate":2097152,"busiestShare":1,"containerLogMaxSize":52428800,"containerLogMaxFiles":5}',
  });
  expect(lossAnnotation(undefined, '1Gi')).toEqual({});
});
