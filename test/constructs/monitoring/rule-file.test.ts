import { expect, test } from 'vitest';

import type { AlertRule } from '../../../constructs/core';
import { ruleFile, ruleMistakes } from '../../../constructs/monitoring';

const RULE: AlertRule = {
  alert: 'Down',
  expr: 'up == 0',
  for: '5m',
  severity: 'critical',
  summary: 'It is down',
  action: 'Start it',
};

test('a rule is written as Prometheus reads it', () => {
  const groups = [{ name: 'g', rules: [{ record: 'a:b:sum', expr: 'sum(b)' }, RULE] }];
  expect(ruleMistakes(groups)).toEqual([]);
  expect(ruleFile(groups, 'https://example.com/runbooks')).toEqual({
    groups: [
      {
        name: 'g',
        rules: [
          { record: 'a:b:sum', expr: 'sum(b)' },
          {
            alert: 'Down',
            expr: 'up == 0',
            for: '5m',
            labels: { severity: 'critical' },
            annotations: {
              summary: 'It is down',
              description: 'Start it',
              runbook_url: 'https://example.com/runbooks#down',
            },
          },
        ],
      },
    ],
  });
  expect(JSON.stringify(ruleFile(groups))).not.toContain('runbook_url');
});

test('a group leads to a page of its own', () => {
  const [group] = ruleFile([{ name: 'g', runbook: 'g.md', rules: [RULE] }], 'https://example.com/runbooks/').groups;
  expect(group?.rules).toMatchObject([{ annotations: { runbook_url: 'https://example.com/runbooks/g.md#down' } }]);
});

test('names that cannot be, or are there twice, are refused', () => {
  const groups = [
    { name: 'g', rules: [RULE, RULE] },
    { name: 'g', rules: [{ ...RULE, alert: 'is down' }] },
  ];
  expect(ruleMistakes(groups)).toEqual([
    'name of an alert must be in CamelCase, got "is down"; rename it',
    'alert Down must be there once, got it twice; rename one',
    'group of rules "g" must be there once, got it twice; rename one',
  ]);
});
