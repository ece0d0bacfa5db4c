import { Cache } from '../cache';
import { OperatorError, reasonOf } from '../errors';
import { withLock } from '../lock';
import { Downloader } from '../toolchain/download';
import { IMAGE } from './gems';
import type { Place, Way } from './place';
import { FluentdRuntime } from './runtime';
import { containerWay } from './ways/container';
import type { Context } from './ways/context';
import { debianWay } from './ways/debian';
import { installedWay } from './ways/installed';
import { rubyWay } from './ways/ruby';

export { inFolder } from './configuration';
export type { RunningFluentd } from './running';
export type { FluentdRuntime, FluentdStart, GemRunOptions } from './runtime';

/** How to get a Fluentd. */
export interface FluentdOptions {
  /** Called with one line before each step that takes time, and about every 15 seconds during it. @default - not called */
  readonly report?: (line: string) => void;
  /** `PATH`, `EFK_CACHE` and the settings of Bundler and container runtimes count. @default - that of this process */
  readonly environment?: NodeJS.ProcessEnv;
  /** @default - the user's cache */
  readonly cache?: Cache;
}

/** The ways to a Fluentd, the best first. */
const WAYS: readonly ((context: Context) => Promise<Way>)[] = [installedWay, containerWay, rubyWay, debianWay];

/**
 * Gets a Fluentd with the gems of the image.
 *
 * Any number of processes may do this at once: one installs it, the others wait for it.
 *
 * @throws OperatorError if it can be had in none of the ways; the message says why each failed
 */
export async function findFluentd(options: FluentdOptions = {}): Promise<FluentdRuntime> {
  const context = contextOf(options);
  const waiting = (owner: number) => context.report(`fluentd: process ${owner} is getting it, waiting`);
  return new FluentdRuntime(
    (await existing(context)) ?? (await withLock(context.cache.lock('fluentd'), waiting, () => get(context))),
  );
}

/**
 * Why no Fluentd can be had on this machine. Nothing is installed. That it can be had does not mean that getting it will
 * work: a failure is a failure then.
 *
 * @returns what is missing, to be read after `it needs`; undefined if it can be had
 */
export async function missingFluentd(options: FluentdOptions = {}): Promise<string | undefined> {
  const context = contextOf(options);
  const reasons: string[] = [];
  for (const way of WAYS) {
    const found = await way(context);
    if (found.state !== 'missing') return undefined;
    reasons.push(found.reason);
  }
  return reasons.join(', or ');
}

async function existing(context: Context): Promise<Place | undefined> {
  for (const way of WAYS) {
    const found = await way(context);
    if (found.state === 'there') return found.place;
    if (found.state === 'to be had') return undefined;
  }
  return undefined;
}

async function get(context: Context): Promise<Place> {
  const reasons: string[] = [];
  for (const way of WAYS) {
    const found = await way(context);
    if (found.state === 'there') return found.place;
    if (found.state === 'missing') {
      reasons.push(`no ${found.reason.replace(/^an? /, '')}`);
      continue;
    }
    try {
      return await found.get(`there is ${reasons.join(', ')}`);
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
      reasons.push(reasonOf(error));
    }
  }
  throw new OperatorError(`[fluentd] ${reasons.join('; ')}`);
}

function contextOf(options: FluentdOptions): Context {
  const downloader = new Downloader();
  return {
    environment: options.environment ?? process.env,
    cache: options.cache ?? new Cache(),
    report: options.report ?? (() => undefined),
    image: IMAGE,
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    system: '/',
    unreachable: (url) => downloader.unreachable({ url }),
  };
}
