import { expect, test } from 'vitest';

import { TIME, type WrittenTime } from '../../../../../constructs/fluentd/treatments/options/time';
import { said } from '../said';

const mistakes = (time: Partial<WrittenTime>) => said(TIME.mistakes({ field: 'json.time', ...time }));

test.each([
  {},
  { format: 'unix_ms' },
  { format: '%s' },
  { format: '%d/%b/%Y:%H:%M:%S %z' },
  { format: '%m%d %T.%N', zone: 'Europe/Berlin' },
  { format: '%F %I:%M %p', zone: 'UTC' },
  { zone: '-05:30' },
  { zone: 'America/Argentina/Buenos_Aires' },
  { zone: 'Asia/Calcutta' },
])('a time that is right: %j', (time) => {
  expect(mistakes(time)).toBe('');
});

test('a field has a name', () => {
  expect(mistakes({ field: 'json..time' })).toMatchInlineSnapshot(
    `"field must be the name of a field, got "json..time"; write it as in Elasticsearch, for example json.time"`,
  );
});

test('a format is one of Ruby that says month, day and hour', () => {
  expect(mistakes({ format: 'RFC3339' })).toMatchInlineSnapshot(
    `"format must be iso8601, unix, unix_ms or a format of strptime, got "RFC3339"; write for example %d/%b/%Y:%H:%M:%S %z"`,
  );
  expect(mistakes({ format: '%Y-%m-%d %H:%M:%S.%f %-d' })).toMatchInlineSnapshot(`
    "format must have no directives but %Y, %y, %m, %b, %B, %h, %d, %e, %H, %I, %k, %l, %p, %P, %M, %S, %L, %N, %z, %Z, %a, %A, %T, %F, %D, %R, %s, %%, got %f; write %N
    format must have no directives but %Y, %y, %m, %b, %B, %h, %d, %e, %H, %I, %k, %l, %p, %P, %M, %S, %L, %N, %z, %Z, %a, %A, %T, %F, %D, %R, %s, %%, got %-; leave it out"
  `);
  expect(mistakes({ format: '%H:%M:%S' })).toMatchInlineSnapshot(
    `"format must say month, day and hour, got "%H:%M:%S"; take a field that has them, or leave out the time"`,
  );
});

test('a zone is one that there is, where it says something', () => {
  expect(mistakes({ zone: 'Europe/Bonn' })).toMatchInlineSnapshot(
    `"zone must be a name of the time zone database or an offset, got "Europe/Bonn"; write for example Europe/Berlin or +02:00"`,
  );
  expect(mistakes({ zone: 'europe/berlin' })).toMatchInlineSnapshot(
    `"zone must be a name of the time zone database or an offset, got "europe/berlin"; write for example Europe/Berlin or +02:00"`,
  );
  expect(mistakes({ zone: '+2' })).toMatchInlineSnapshot(
    `"zone must be a name of the time zone database or an offset, got "+2"; write for example Europe/Berlin or +02:00"`,
  );
  expect(mistakes({ format: 'unix', zone: 'UTC' })).toMatchInlineSnapshot(
    `"zone must not be given with unix, which has none, got "UTC"; remove it"`,
  );
});

test.each(['EUROPE/BERLIN', 'utc', '+02', 'Utc'])('a zone has the letters that the database has: %s', (zone) => {
  expect(mistakes({ zone })).toBe(
    `zone must be a name of the time zone database or an offset, got "${zone}"; write for example Europe/Berlin or +02:00`,
  );
});

test('a percent sign at the end is no directive', () => {
  expect(mistakes({ format: '%F %T%' })).toMatch(/, got %; leave it out$/);
});

test('a time is a section', () => {
  expect(TIME.params({ field: 'json.ts', format: 'unix' })).toEqual({
    time: { field: 'json.ts', format: 'unix', zone: undefined },
  });
});
