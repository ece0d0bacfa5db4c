import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { type ElasticsearchPlanProps, planElasticsearch } from '../../../../constructs/elasticsearch';

const DOCUMENT = readFileSync(join(__dirname, '../../../../docs/sizing.md'), 'utf8');

/** Elastic's examples; they count whole days, the first of which is in `hotMaxAge` here. */
const EXAMPLES: Record<string, { props: ElasticsearchPlanProps; tier: 'hot' | 'warm' }> = {
  '1 GB a day for 9 months, nodes with 8 GB': {
    props: { dailyIngest: '1Gi', retention: '269d', replicas: 1, indexMode: 'standard', hotMemory: '8Gi' },
    tier: 'hot',
  },
  '100 GB a day for 30 days, hot nodes with 64 GB': {
    props: { dailyIngest: '100Gi', retention: '29d', replicas: 1, indexMode: 'standard', hotMemory: '64Gi' },
    tier: 'hot',
  },
  '100 GB a day for 12 months, warm nodes with 64 GB': {
    props: {
      dailyIngest: '100Gi',
      warmMinAge: '30d',
      retention: '389d',
      replicas: 1,
      indexMode: 'standard',
      warmMemory: '64Gi',
    },
    tier: 'warm',
  },
};

/** Rows of the table in the document: example, nodes that Elastic names, nodes by the same formula, nodes planned. */
const rows = [...DOCUMENT.matchAll(/^\| (\d+ GB a day[^|]*?) *\| *(.*?) *\| *(\d+) *\| *(\d+) *\|$/gm)];

test('the document compares all examples', () => {
  expect(rows.map(([, example]) => example)).toEqual(Object.keys(EXAMPLES));
});

test.each(
  rows.map(([, example = '', elastic = '', formula = '', planned = '']) => ({ example, elastic, formula, planned })),
)('$example: the document says what is planned', ({ example, elastic, formula, planned }) => {
  const { props, tier } = EXAMPLES[example] as (typeof EXAMPLES)[string];
  const plan = planElasticsearch(props).tiers[tier];

  expect(String(plan?.nodesFor.memory)).toBe(formula);
  expect(String(plan?.nodes)).toBe(planned);
  // Elastic's first example counts no node to fail over to.
  expect(elastic).toBe(elastic.includes('+') ? `${formula} + 1 = ${planned}` : formula);
});
