import { expect, test } from 'vitest';

import type { NodeSetProps } from '../../../constructs/elasticsearch';
import { warningsOf } from '../../../constructs/elasticsearch/warnings';

type Sizes = readonly (readonly [roles: NodeSetProps['roles'], replicas: number])[];

const oneMaster =
  'masters should be at least 3, since without the only one no node answers, and with its volume the cluster is lost, got 1; add 2';
const oneHotNode =
  "nodes with 'data_hot' or 'data' should be at least 2, since logs of an only one have no copy and wait while it restarts, got 1; add one";

test.each<[string, Sizes, string[]]>([
  ['a node that is everything', [[['master', 'data'], 1]], [oneMaster, oneHotNode]],
  [
    'one master before three nodes with data',
    [
      [['master'], 1],
      [['data_hot', 'data_content'], 3],
    ],
    [oneMaster],
  ],
  [
    'three masters before one node for new logs, whatever is warm',
    [
      [['master'], 3],
      [['data_hot', 'data_content'], 1],
      [['data_warm'], 3],
    ],
    [oneHotNode],
  ],
  ['three nodes that are everything', [[['master', 'data'], 3]], []],
])('%s', (_, sizes, warnings) => {
  expect(warningsOf(sizes.map(([roles, replicas]) => ({ roles, replicas })))).toEqual(warnings);
});
