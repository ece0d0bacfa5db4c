import { expect, test } from 'vitest';
import { readLock } from '../../../../local/fluentd/gems';
import { installedWay } from '../../../../local/fluentd/ways/installed';
import { script } from '../../fixtures';
import { machine } from '../fixtures';

const { versions, ofImage, ofTests } = readLock();
const wanted = 'fluentd 1.19.3 with the plugins of its image on PATH';

/** A machine with Fluentd and these gems, as RubyGems lists them. */
function withGems(names: readonly string[], changes: Readonly<Record<string, string>> = {}, lister = 'fluent-gem') {
  const prepared = machine();
  const fluentd = script(prepared.PATH, 'fluentd', 'exit 0');
  const list = names.map((name) => `${name} (${changes[name] ?? versions.get(name)})`).join('\n');
  script(prepared.PATH, lister, `[ "$*" = "list --local" ] || exit 1\n/bin/cat <<'END'\n${list}\nEND`);
  return { ...prepared, fluentd };
}

test('it is missing where there is none', async () => {
  expect(await installedWay(machine().context)).toEqual({ state: 'missing', reason: wanted });
});

test('one with all gems of the image is taken', async () => {
  const { context, fluentd, PATH } = withGems(ofImage, {
    oj: '3.18.0, 3.17.5',
    ffi: 'default: 1.17.4 ruby x86_64-linux-gnu',
  });
  const way = await installedWay(context);
  expect(way).toMatchObject({
    state: 'there',
    place: { description: `fluentd 1.19.3 at ${fluentd}` },
  });
  const program = { name: 'fluentd', args: ['--version'], env: { A: 'b' }, cwd: '/', folders: [] };
  expect(way.state === 'there' && way.place.command(program)).toEqual({
    program: 'fluentd',
    args: ['--version'],
    env: { A: 'b', PATH: `${PATH}:${PATH}` },
  });
});

test('settings of the Ruby projects of its user do not count', async () => {
  const { context } = withGems([...ofImage, ...ofTests], {}, 'gem');
  const foreign = { RUBYOPT: '-w', BUNDLE_GEMFILE: '/mine', FLUENT_CONF: '/mine', RBENV_ROOT: '/rbenv' };
  const way = await installedWay({ ...context, environment: { ...context.environment, ...foreign } });
  if (way.state !== 'there') throw new Error(way.state);
  const { env } = way.place.command({ name: 'ruby', args: [], env: {}, cwd: '/', folders: [] });
  expect(Object.keys(env).sort()).toEqual(['PATH', 'RBENV_ROOT']);
});

test.each([
  [
    'a gem of another version',
    () => withGems(ofImage, { 'fluent-plugin-concat': '2.5.0' }),
    'fluent-plugin-concat 2.5.0, not',
  ],
  [
    'a gem that is not there',
    () => withGems(ofImage.filter((name) => name !== 'fluent-plugin-concat')),
    'no fluent-plugin-concat',
  ],
])('one with %s is not', async (_, prepare, mistake) => {
  const { context, fluentd } = prepare();
  expect(await installedWay(context)).toEqual({
    state: 'missing',
    reason: `${wanted} (${fluentd} has ${mistake} 2.6.2)`,
  });
});

test('where the gems of tests are needed, one without them is not taken', async () => {
  const { context, fluentd } = withGems(ofImage);
  expect(await installedWay({ ...context, testGems: true })).toEqual({
    state: 'missing',
    reason: `${wanted} (${fluentd} has no rubocop ${versions.get('rubocop')})`,
  });
  const both = withGems([...ofImage, ...ofTests]);
  expect(await installedWay({ ...both.context, testGems: true })).toMatchObject({ state: 'there' });
});

test('nor is one that does not say its gems', async () => {
  const { context, PATH } = machine();
  const fluentd = script(PATH, 'fluentd', 'exit 0');
  expect(await installedWay(context)).toEqual({
    state: 'missing',
    reason: `${wanted} (${fluentd} has no elasticsearch 9.5.0)`,
  });
});
