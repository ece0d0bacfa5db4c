import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { coerce, lt } from 'semver';
import { run } from '../../run';
import { onPath } from '../../toolchain/find';
import { keyOf, MINIMUM_RUBY, readLock } from '../gems';
import { OnThisMachine, withoutForeign } from '../on-this-machine';
import type { Place, Way } from '../place';
import { bundleInstall, bundlerEnvironment, copyGemfile, gemEnvironment, gemFolder, INSTALL_MINUTES } from './bundle';
import type { Context } from './context';

/** Longest time that Ruby may take to say its version. In seconds. */
const TIMEOUT = 30;

/** A Ruby that is installed, with the gems in a folder of the cache. */
export async function rubyWay(context: Context): Promise<Way> {
  const { environment, cache, unreachable } = context;
  const wanted = `Ruby >= ${MINIMUM_RUBY} with Bundler on PATH`;
  const ruby = onPath('ruby', environment);
  if (ruby === undefined || onPath('bundle', environment) === undefined) return { state: 'missing', reason: wanted };
  const said = await run(ruby, ['--version'], { env: environment, timeout: TIMEOUT }).catch(() => undefined);
  const version = coerce(said?.stdout)?.version;
  if (version === undefined || lt(version, MINIMUM_RUBY)) {
    return { state: 'missing', reason: `${wanted} (it is ${version ?? 'one that does not say its version'})` };
  }
  const key = keyOf([version, process.platform, process.arch], context.gemFiles);
  const folder = cache.fluentd(`ruby-${version}-${key}`);
  if (existsSync(folder)) return { state: 'there', place: await open(context, folder, version) };
  const { registry } = readLock(context.gemFiles);
  const reason = await unreachable(registry);
  if (reason !== undefined) return { state: 'missing', reason: `the gems for Ruby ${version} (${reason})` };
  return { state: 'to be had', get: (why) => install(context, folder, version, why) };
}

async function install(context: Context, target: string, ruby: string, why: string): Promise<Place> {
  const { cache, environment, report } = context;
  const { versions } = readLock(context.gemFiles);
  const label = `fluentd ${versions.get('fluentd')}`;
  report(
    `${label}: ${why}; installing ${versions.size} gems for Ruby ${ruby}, about ${INSTALL_MINUTES} minutes and 200 MB in ${target}`,
  );
  await cache.inTemporaryFolder(async (folder) => {
    const home = join(folder, 'home');
    await copyGemfile(home, context.gemFiles);
    const env = { ...withoutForeign(environment), ...bundlerEnvironment(home) };
    await bundleInstall(context, label, (onLine) => run('bundle', ['install'], { cwd: home, env, onLine }));
    await cache.publishFolder(home, target);
  });
  return open(context, target, ruby);
}

async function open({ environment }: Context, folder: string, ruby: string): Promise<Place> {
  const gems = await gemFolder(folder);
  const env = {
    ...environment,
    ...gemEnvironment(gems),
    PATH: [join(gems, 'bin'), environment.PATH].join(delimiter),
  };
  const description = `fluentd ${readLock().versions.get('fluentd')} on Ruby ${ruby} with the gems in ${folder}`;
  return new OnThisMachine(description, env);
}
