import { expect, test } from 'vitest';

import { placeOf } from '../../../constructs/core';
import type { Treatment } from '../../../constructs/fluentd';
import { treatment } from '../../../environments/sections/treatments';

/** What is said of a value, a line per mistake. */
function said(value: unknown): string {
  const { error } = treatment.safeParse(value, { reportInput: true });
  return (error?.issues ?? []).map(({ path, message }) => `${placeOf(path)} ${message}`).join('\n');
}

test('what an operator writes is what the construct takes', () => {
  const written: Required<Treatment> = {
    name: 'web',
    select: { namespaces: ['shop'], containers: ['nginx'], labels: { team: ['a', 'b-*'] } },
    except: { namespaces: ['shop-test'] },
    multiline: { firstLine: /^a/, samples: ['a'] },
    parse: { firstOf: ['nginx', { csv: { columns: ['a'], separator: ';', quote: "'" } }] },
    level: { field: 'json.l', numbers: 'syslog', words: { loud: 'error' }, text: true, default: 'info' },
    time: { field: 'json.ts', format: '%s', zone: 'UTC' },
    drop: [{ reason: 'r', where: { stream: 'stdout', n: { not: [1, true], atLeast: 0, below: 5 }, m: ['a', 1] } }],
    rateLimit: { lines: 100, per: '1m', burst: 200 },
    sample: { keep: 0.1, by: 'trace.id', except: { 'json.level': 'error' } },
    fields: { rename: { 'json.a': 'json.b' }, keep: ['json.b'], remove: ['json.c'], add: { 'json.d': 1 } },
    maxMessage: { size: '16kb', over: 'drop' },
    redact: [{ pattern: 'email' }, { name: 'pin', pattern: /\bpin=\d+/, samples: ['pin=1234'], with: 'hash' }],
  };
  expect(treatment.parse(written)).toEqual(written);
});

test('values of another form are refused, with their places', () => {
  expect(
    said({
      name: 1,
      select: { namespace: 'shop' },
      except: { containers: 'nginx', labels: { team: 'a' } },
      drop: [{ reason: 'r', where: [] }, { where: { n: { above: 5 }, m: null } }],
    }),
  ).toMatchInlineSnapshot(`
    "name must be a text, got 1; write it in quotes
    select must be a known key (namespaces, containers, labels); correct the spelling or remove it
    except.containers must be a list, got "nginx"; write it as [ ... ]
    except.labels.team must be a list, got "a"; write it as [ ... ]
    drop[0].where must be an object of conditions by field, got []; write it as { 'log.level': 'debug' }
    drop[1].reason must be a text, got nothing; write it in quotes
    drop[1].where.n must be a known key (not, atLeast, below); correct the spelling or remove it
    drop[1].where.m must be a value, a list of values, or an object with not, atLeast or below, got null; write one of them"
  `);
});
