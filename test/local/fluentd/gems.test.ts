import { expect, test } from 'vitest';
import { DEFAULT_STACK_VERSION, IMAGES } from '../../../constructs/core';
import { IMAGE, keyOf, readLock } from '../../../local/fluentd/gems';
import { GEM_FILES } from '../../../local/fluentd/gems/files.generated';

const lock = readLock();

test('the gems are those of the image that is deployed by default', () => {
  expect(IMAGE).toBe(IMAGES[DEFAULT_STACK_VERSION].fluentd);
  expect(GEM_FILES.Gemfile).toContain(IMAGE);
  expect(IMAGE).toContain(`:v${lock.versions.get('fluentd')}-`);
});

test('the lock has every gem at the version that the Gemfile names', () => {
  const { Gemfile: gemfile = '' } = GEM_FILES;
  const named = [...gemfile.matchAll(/gem '([^']+)', '([^']+)'/g)].map(([, name = '', version = '']) => [
    name,
    version,
  ]);
  expect(named.map(([name = '']) => [name, lock.versions.get(name)])).toEqual(named);
  expect([...lock.ofImage, ...lock.ofTests]).toEqual(named.map(([name]) => name));
});

test('gems that only tests need are told apart, and those that others depend on are known', () => {
  expect(lock.ofTests).toEqual(['rubocop', 'test-unit']);
  expect(lock.ofImage).toContain('fluent-plugin-elasticsearch');
  expect(lock.versions.get('json')).toBe('2.21.2');
  // It has builds for several platforms, which are one gem.
  expect(lock.versions.get('ffi')).toBe('1.17.4');
  expect(lock.registry).toBe('https://rubygems.org/');
});

test('the key differs with the place', () => {
  expect(keyOf(['trixie', 'x64'])).toMatch(/^[0-9a-f]{12}$/);
  expect(keyOf(['trixie', 'x64'])).toBe(keyOf(['trixie', 'x64']));
  expect(keyOf(['trixie', 'x64'])).not.toBe(keyOf(['trixie', 'arm64']));
});
