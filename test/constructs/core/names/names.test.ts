import { describe, expect, test } from 'vitest';

import {
  DATA_KEY,
  DNS_LABEL,
  DNS_SUBDOMAIN,
  LABEL_VALUE,
  type NameRule,
  QUALIFIED_NAME,
} from '../../../../constructs/core';

const long = (length: number) => 'a'.repeat(length);

/** What Kubernetes takes (apimachinery's util/validation), and what it refuses. */
const rules: readonly (readonly [name: string, NameRule, accepted: string[], refused: string[]])[] = [
  [
    'a DNS label',
    DNS_LABEL,
    ['a', '3scale', 'team-a', '1', long(63)],
    ['', '-a', 'a-', 'A', 'a.b', 'a_b', 'a b', long(64)],
  ],
  [
    'a DNS subdomain',
    DNS_SUBDOMAIN,
    ['a', 'rook-ceph.block', '1password', 'letsencrypt.prod', `${long(63)}.${long(63)}.${long(63)}.${long(61)}`],
    ['', '.a', 'a.', 'a..b', 'a.-b', 'A', 'a_b', `${long(63)}.${long(63)}.${long(63)}.${long(62)}`],
  ],
  [
    'the value of a label',
    LABEL_VALUE,
    ['1', 'PHX-AD-1', 'europe-west1-b', 'a_b.c', long(63)],
    ['', '-a', 'a-', 'a b', 'a/b', long(64)],
  ],
  [
    'a key',
    QUALIFIED_NAME,
    ['team', 'Team_1.x', 'example.com/team', 'a.b-c.d/e', `${long(253)}/${long(63)}`],
    ['', '/a', 'a/', 'Example.com/team', 'a/b/c', 'a b', `${long(254)}/a`, `a/${long(64)}`],
  ],
  ['a key of a Secret', DATA_KEY, ['api_key', 'ca.crt', '.x', '1'], ['', '.', '..', 'a/b', 'a b', long(254)]],
];

describe.each(rules)('%s', (_, { pattern }, accepted, refused) => {
  test.each(accepted)('%s', (name) => {
    expect(name).toMatch(pattern);
  });

  test.each(refused)('not %j', (name) => {
    expect(name).not.toMatch(pattern);
  });
});
