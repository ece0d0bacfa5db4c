import { expect, test } from 'vitest';

import { placeOf } from '../../../../../constructs/core';
import {
  type AuditDropRule,
  auditDropMistakes,
  auditDropParams,
} from '../../../../../constructs/fluentd/inputs/node/audit-drop';

test('rules are conditions of what an event is about', () => {
  const rules: AuditDropRule[] = [
    {
      reason: 'nodes',
      verbs: ['get', 'watch'],
      users: ['system:node:*', 'system:apiserver', 'a.b?'],
      resources: ['leases', 'pods/*'],
      namespaces: ['kube-*'],
      codes: [200, '3xx'],
      levels: ['Metadata'],
      stages: ['RequestReceived'],
    },
    { reason: 'started', stages: ['ResponseStarted'] },
  ];
  expect(auditDropParams(rules)).toEqual([
    {
      reason: 'nodes',
      where: {
        stage: ['RequestReceived'],
        level: ['Metadata'],
        verb: ['get', 'watch'],
        resource: ['leases', { matches: expect.any(String) }],
        namespace: [{ matches: expect.any(String) }],
        code: [200, { matches: expect.any(String) }],
        user: [{ matches: expect.any(String) }, 'system:apiserver', { matches: expect.any(String) }],
      },
    },
    { reason: 'started', where: { stage: ['ResponseStarted'] } },
  ]);
  expect(JSON.stringify(auditDropParams(rules)).match(/(?<="matches":)"[^"]*"/g)).toMatchInlineSnapshot(`
    [
      ""\\\\Apods\\\\/[^\\\\n\\\\r\\\\u{2028}\\\\u{2029}]*\\\\z"",
      ""\\\\Akube\\\\-[^\\\\n\\\\r\\\\u{2028}\\\\u{2029}]*\\\\z"",
      ""\\\\A3\\\\d\\\\d\\\\z"",
      ""\\\\Asystem:node:[^\\\\n\\\\r\\\\u{2028}\\\\u{2029}]*\\\\z"",
      ""\\\\Aa\\\\.b[^\\\\n\\\\r\\\\u{2028}\\\\u{2029}]\\\\z"",
    ]
  `);
});

const said = (rule: object) =>
  auditDropMistakes([rule as AuditDropRule]).map(({ path, message }) => `${placeOf(path)} ${message}`);

test.each<[object, string[]]>([
  [
    { reason: 'all' },
    [
      'drop[0] must be a rule with at least one of verbs, users, resources, namespaces, codes, levels, stages, got {"reason":"all"}; write one, or all is dropped',
    ],
  ],
  [
    { reason: 'a', users: ['**', 'a b'] },
    [
      'drop[0].users[0] must be a glob for names of users with more than * and ?, got "**"; write for example system:node:*',
      'drop[0].users[1] must be a glob for names of users with more than * and ?, got "a b"; write for example system:node:*',
    ],
  ],
  [
    { reason: 'a', resources: ['Pods', 'pods/', 'pods/log', 'pods/*', 'widgets.example.com', '*'] },
    [
      'drop[0].resources[0] must be the plural name of a resource, got "Pods"; write for example pods or pods/log',
      'drop[0].resources[1] must be the plural name of a resource, got "pods/"; write for example pods or pods/log',
      'drop[0].resources[5] must be the plural name of a resource, got "*"; write for example pods or pods/log',
    ],
  ],
  [
    { reason: 'a', namespaces: ['*', 'kube-*'] },
    ['drop[0].namespaces[0] must be a glob for namespaces with more than * and ?, got "*"; narrow it'],
  ],
  [
    { reason: 'a', codes: [99, 200.5, 599, '6xx', '5xx'] },
    [
      'drop[0].codes[0] must be a status code from 100 to 599 or a class such as 2xx, got 99; correct it',
      'drop[0].codes[1] must be a status code from 100 to 599 or a class such as 2xx, got 200.5; correct it',
      'drop[0].codes[3] must be a status code from 100 to 599 or a class such as 2xx, got "6xx"; correct it',
    ],
  ],
])('%o', (rule, mistakes) => {
  expect(said(rule)).toEqual(mistakes);
});
