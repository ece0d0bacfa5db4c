import { delimiter, dirname, join } from 'node:path';
import { run } from '../../run';
import { onPath } from '../../toolchain/find';
import { readLock } from '../gems';
import { OnThisMachine } from '../on-this-machine';
import type { Way } from '../place';
import type { Context } from './context';

/** Longest time that a program may take to say its version. In seconds. */
const TIMEOUT = 30;

/** A Fluentd that is installed, if its version and those of its plugins are the image's. */
export async function installedWay({ environment, testGems, gemFiles }: Context): Promise<Way> {
  const { versions, ofImage, ofTests } = readLock(gemFiles);
  const wanted = `fluentd ${versions.get('fluentd')} with the plugins of its image on PATH`;
  const fluentd = onPath('fluentd', environment);
  if (fluentd === undefined) return { state: 'missing', reason: wanted };

  // Packages of Fluentd bring a Ruby of their own, and a command for its gems beside theirs.
  const folder = dirname(fluentd);
  const gem = onPath('fluent-gem', { PATH: folder }) ?? join(folder, 'gem');
  const listed = await run(gem, ['list', '--local'], { env: environment, timeout: TIMEOUT }).catch(() => undefined);
  // `ffi (default: 1.17.3, 1.17.4 ruby x86_64-linux-gnu)`
  const installed = new Map<string, string[]>();
  for (const [, name = '', all = ''] of (listed?.stdout ?? '').matchAll(/^(\S+) \(([^)]*)\)$/gm)) {
    installed.set(
      name,
      all.split(', ').map((entry) => /\d\S*/.exec(entry)?.[0] ?? ''),
    );
  }
  const has = (name: string) => installed.get(name)?.includes(versions.get(name) ?? '') ?? false;
  const lacking = [...ofImage, ...(testGems ? ofTests : [])].find((name) => !has(name));
  if (lacking !== undefined) {
    const found = installed.get(lacking)?.join(', ');
    const mistake = found === undefined ? `no ${lacking}` : `${lacking} ${found}, not`;
    return { state: 'missing', reason: `${wanted} (${fluentd} has ${mistake} ${versions.get(lacking)})` };
  }
  const env = { ...environment, PATH: [folder, environment.PATH].join(delimiter) };
  const description = `fluentd ${versions.get('fluentd')} at ${fluentd}`;
  return { state: 'there', place: new OnThisMachine(description, env) };
}
