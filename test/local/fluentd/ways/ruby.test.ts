import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OperatorError } from '../../../../local/errors';
import { rubyWay } from '../../../../local/fluentd/ways/ruby';
import { script } from '../../fixtures';
import { machine } from '../fixtures';

const wanted = 'Ruby >= 3.2.0 with Bundler on PATH';

/** A machine with this Ruby and a Bundler that does `install` with the variables it is given. */
function withRuby(ruby: string, install = 'exit 1', changes: Parameters<typeof machine>[0] = {}) {
  const prepared = machine(changes);
  script(prepared.PATH, 'ruby', ruby);
  script(prepared.PATH, 'bundle', `PATH=/bin:/usr/bin\n${install}`);
  return prepared;
}

const RUBY = 'echo "ruby 3.4.1 (2024-12-25) +PRISM [x86_64-linux]"';
const INSTALL = `
[ "$1" = install ] && [ "$BUNDLE_FROZEN" = true ] && [ -f "$BUNDLE_GEMFILE" ] && [ -f "$BUNDLE_GEMFILE.lock" ] || exit 1
echo "Installing oj 3.17.5 with native extensions"
mkdir -p "$BUNDLE_PATH/ruby/3.4.0/bin"
`;

test.each([
  ['is not there', () => machine(), wanted],
  ['is too old', () => withRuby('echo "ruby 3.1.2p20"'), `${wanted} (it is 3.1.2)`],
  ['is broken', () => withRuby('exit 1'), `${wanted} (it is one that does not say its version)`],
])('a Ruby that %s is missing', async (_, prepare, reason) => {
  expect(await rubyWay(prepare().context)).toEqual({ state: 'missing', reason });
});

test('a Ruby without Bundler is missing too', async () => {
  const { context, PATH } = machine();
  script(PATH, 'ruby', RUBY);
  expect(await rubyWay(context)).toEqual({ state: 'missing', reason: wanted });
});

test('without the registry the gems are missing', async () => {
  const asked: string[] = [];
  const unreachable = async (url: string) => {
    asked.push(url);
    return 'no network: ENOTFOUND';
  };
  expect(await rubyWay(withRuby(RUBY, INSTALL, { unreachable }).context)).toEqual({
    state: 'missing',
    reason: 'the gems for Ruby 3.4.1 (no network: ENOTFOUND)',
  });
  expect(asked).toEqual(['https://rubygems.org/']);
});

test('the gems are installed once, in a folder that appears when they are all there', async () => {
  const { context, lines, PATH } = withRuby(RUBY, INSTALL);
  const way = await rubyWay(context);
  if (way.state !== 'to be had') throw new Error(way.state);
  const place = await way.get('no container runtime');

  const folder = join(context.cache.root, 'fluentd', readdirSync(join(context.cache.root, 'fluentd'))[0] ?? '');
  expect(lines).toEqual([
    `fluentd 1.19.3: no container runtime; installing 99 gems for Ruby 3.4.1, about 2 minutes and 200 MB in ${folder}`,
  ]);
  expect(place.description).toBe(`fluentd 1.19.3 on Ruby 3.4.1 with the gems in ${folder}`);
  const gems = join(folder, 'gems/ruby/3.4.0');
  const { env } = place.command({ name: 'fluentd', args: [], env: {}, cwd: '/', folders: [] });
  expect(env).toEqual({ GEM_HOME: gems, GEM_PATH: gems, PATH: `${gems}/bin:${PATH}` });
  expect(readFileSync(join(folder, 'Gemfile'), 'utf8')).toContain("gem 'fluentd', '1.19.3'");

  expect(await rubyWay(context)).toMatchObject({ state: 'there', place: { description: place.description } });
});

test('gems that cannot be installed leave nothing behind, and why is one sentence', async () => {
  const failing = 'echo "Fetching oj 3.17.5"; echo "An error occurred while installing oj (3.17.5)" >&2; exit 5';
  const { context } = withRuby(RUBY, failing);
  const way = await rubyWay(context);
  if (way.state !== 'to be had') throw new Error(way.state);
  await expect(way.get('')).rejects.toThrow(
    new OperatorError('bundle install failed: An error occurred while installing oj (3.17.5)'),
  );
  expect(existsSync(join(context.cache.root, 'fluentd'))).toBe(false);
  expect(readdirSync(join(context.cache.root, 'tmp'))).toEqual([]);
});
