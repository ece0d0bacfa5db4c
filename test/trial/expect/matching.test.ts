import { describe, expect, test } from 'vitest';
import { holdsText, mismatches } from '../../../trial/expect/matching';

const DOCUMENT = {
  message: 'declined',
  json: { level: 'error', 'http.status': 503, tags: ['a', { b: 1 }] },
  log: { offset: 0 },
};

describe('a document is as it is expected', () => {
  test.each<[string | Record<string, unknown>]>([
    ['declined'],
    [{ message: /^decl/ }],
    [{ message: expect.stringContaining('clin') }],
    [{ json: { level: 'error' } }],
    [{ 'json.level': 'error', 'log.offset': expect.any(Number) }],
    [{ 'json.http.status': 503, json: { 'http.status': 503 } }],
    [{ json: { tags: ['a', { b: 1 }] } }],
    [{ gone: undefined }],
    [{}],
  ])('%j', (expected) => {
    expect(mismatches(expected, DOCUMENT)).toEqual([]);
  });
});

test.each<[string | Record<string, unknown>, unknown]>([
  ['refused', { path: 'message', expected: 'refused', got: 'declined' }],
  [{ message: /^ref/ }, { path: 'message', expected: /^ref/, got: 'declined' }],
  [{ json: { level: 'warn' } }, { path: 'json.level', expected: 'warn', got: 'error' }],
  [{ 'json.level.x': 'warn' }, { path: 'json.level.x', expected: 'warn', got: undefined }],
  [{ json: { tags: ['a'] } }, { path: 'json.tags', expected: ['a'], got: ['a', { b: 1 }] }],
  [{ json: { tags: ['a', { b: 2 }] } }, { path: 'json.tags[1].b', expected: 2, got: 1 }],
  [{ log: { offset: '0' } }, { path: 'log.offset', expected: '0', got: 0 }],
  [{ message: { text: 'x' } }, { path: 'message', expected: { text: 'x' }, got: 'declined' }],
  [{ log: undefined }, { path: 'log', expected: undefined, got: { offset: 0 } }],
])('what is not as %j is told', (expected, mismatch) => {
  expect(mismatches(expected, DOCUMENT)).toEqual([mismatch]);
});

test.each([
  ['error', true],
  ['503', true],
  ['http.status', true],
  ['4111', false],
])('%j stands in it: %j', (text, isThere) => {
  expect(holdsText(DOCUMENT, text)).toBe(isThere);
});
