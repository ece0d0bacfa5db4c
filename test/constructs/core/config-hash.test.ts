import fc from 'fast-check';
import { expect, test } from 'vitest';

import { CONFIG_HASH_ANNOTATION, configHash } from '../../../constructs/core';

const fileName = fc.stringMatching(/^[a-z][a-z0-9_.-]{0,20}$/);
const files = fc.dictionary(fileName, fc.string(), { maxKeys: 6 });

test('is one annotation with 16 hexadecimal digits', () => {
  expect(configHash({ 'fluent.conf': '<match>' })).toEqual({
    [CONFIG_HASH_ANNOTATION]: expect.stringMatching(/^[0-9a-f]{16}$/),
  });
  expect(CONFIG_HASH_ANNOTATION).toBe('checksum/config');
});

// A changed algorithm would restart every pod of every user: it shows here first.
test('stays the same from one version of the library to the next', () => {
  expect(configHash({ 'elasticsearch.yml': 'cluster.name: logs\n' })).toMatchInlineSnapshot(`
    {
      "checksum/config": "97175f3381a7543e",
    }
  `);
});

test('does not depend on the order of the files', () => {
  fc.assert(
    fc.property(files, (content) => {
      const reversed = Object.fromEntries(Object.entries(content).reverse());
      expect(configHash(reversed)).toEqual(configHash(content));
    }),
  );
});

test('changes when, and only when, a file changes', () => {
  fc.assert(
    fc.property(files, files, (before, after) => {
      const sameFiles = canonical(before) === canonical(after);
      expect(canonical(configHash(before)) === canonical(configHash(after))).toBe(sameFiles);
    }),
  );
});

test('tells a letter of the name from a letter of the content', () => {
  expect(configHash({ a: 'bc' })).not.toEqual(configHash({ ab: 'c' }));
});

test('tells two files from one that holds the text of both', () => {
  expect(configHash({ a: 'xb\u00001\u0000y' })).not.toEqual(configHash({ a: 'x', b: 'y' }));
});

test('tells an empty file from none', () => {
  expect(configHash({ a: '' })).not.toEqual(configHash({}));
});

function canonical(record: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(record).sort());
}
