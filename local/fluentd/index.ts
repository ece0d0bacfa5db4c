import { Cache } from '../cache';
import { Downloader } from '../toolchain/download';
import { IMAGE } from './gems';
import { GEM_FILES } from './gems/files.generated';
import { FURTHER_GEM_FILES } from './gems/further/files.generated';
import { FluentdRuntime } from './runtime';
import { choose, type Look, whatIsMissing } from './ways/choose';
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
  /** Whether the gems that only tests of plugins need must be there too: test-unit and RuboCop. @default false */
  readonly testGems?: boolean;
  /** Whether the plugins of outputs must be there that the official image lacks, as in an image that has them. @default false */
  readonly furtherGems?: boolean;
}

/** The ways to a Fluentd, the best first. */
const WAYS: readonly Look[] = [installedWay, containerWay, rubyWay, debianWay];

/**
 * Gets a Fluentd with the gems of the image: an installed one, else in a container of the image, else with the gems installed
 * in the cache, for a Ruby of this machine or, as root, for one of a newer release of Debian or Ubuntu in the cache.
 *
 * Any number of processes may do this at once: one installs it, the others wait for it.
 *
 * @throws OperatorError if it can be had in none of these ways; the message says why not
 */
export async function findFluentd(options: FluentdOptions = {}): Promise<FluentdRuntime> {
  return new FluentdRuntime(await choose(WAYS, contextOf(options)));
}

/**
 * Why no Fluentd can be had on this machine. Nothing is installed. That it can be had does not mean that getting it will
 * work: a failure is a failure then.
 *
 * @returns what is missing, to be read after `it needs`; undefined if it can be had
 */
export async function missingFluentd(options: FluentdOptions = {}): Promise<string | undefined> {
  return whatIsMissing(WAYS, contextOf(options));
}

function contextOf(options: FluentdOptions): Context {
  const {
    report = () => undefined,
    environment = process.env,
    cache = new Cache(),
    testGems = false,
    furtherGems = false,
  } = options;
  const downloader = new Downloader();
  // The programs that download go through a proxy, `fetch` does not.
  const hasProxy = Object.keys(environment).some((name) => /^https?_proxy$/i.test(name));
  return {
    ...{ report, environment, cache, testGems },
    gemFiles: furtherGems ? FURTHER_GEM_FILES : GEM_FILES,
    image: IMAGE,
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    system: '/',
    unreachable: async (url) => (hasProxy ? undefined : downloader.unreachable({ url })),
  };
}
