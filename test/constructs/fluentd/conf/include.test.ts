import { expect, test } from 'vitest';

import { parse, tryParse, withIncludes } from '../../../../constructs/fluentd/conf';

const FILES: Readonly<Record<string, string>> = {
  '/etc/a.conf': '@include b.conf\n<label @A>\n  @include c/*.conf\n</label>\n@include /elsewhere.conf\n',
  '/etc/b.conf': '<system>\n</system>\n@include a.conf\n',
  '/etc/c/1.conf': '<match **>\n</match>\n',
  '/etc/c/2.conf': '<match a>\n</match>\n',
  '/etc/c/d/3.conf': '<match b>\n</match>\n',
};

test('files stand in the place of what includes them, and say where they are from', () => {
  const directives = withIncludes('/etc/a.conf', Object.keys(FILES), (path) => tryParse(FILES[path] ?? ''));
  const label = directives.find(({ name }) => name === 'label');

  expect(label?.children.map(({ argument, file }) => [argument, file])).toEqual([
    ['**', '/etc/c/1.conf'],
    ['a', '/etc/c/2.conf'],
  ]);
  expect(directives.at(-1)).toMatchObject({ name: '@include', argument: '/elsewhere.conf', file: '/etc/a.conf' });
});

test('a ring of files ends', () => {
  const directives = withIncludes('/etc/a.conf', Object.keys(FILES), (path) => tryParse(FILES[path] ?? ''));

  expect(directives.filter(({ name }) => name === 'system')).toHaveLength(1);
});

test('a file that is not there is no configuration', () => {
  expect(withIncludes('/a', [], () => undefined)).toEqual([]);
  expect(withIncludes('/a', ['/a'], () => parse(''))).toEqual([]);
});
