import type { Cache } from '../../cache';
import type { GemFiles } from '../gems';

/** What the ways to a Fluentd know of this machine. */
export interface Context {
  /** `PATH` and the settings of the programs that are used count. */
  readonly environment: NodeJS.ProcessEnv;
  readonly cache: Cache;
  /** Called with one line before each step that takes time, and about every 15 seconds during it. */
  readonly report: (line: string) => void;
  /** Whether the gems that only tests of plugins need must be there too. */
  readonly testGems: boolean;
  /** The gems that must be there, as files for Bundler. */
  readonly gemFiles: GemFiles;
  /** The image, as `name:tag`. */
  readonly image: string;
  readonly platform: NodeJS.Platform;
  /** Whether this process is the superuser. */
  readonly isRoot: boolean;
  /** Folder of the system's files, `/`. */
  readonly system: string;
  /** Why the host of an address does not answer; undefined if it does. */
  readonly unreachable: (url: string) => Promise<string | undefined>;
}

/** Time between two reports during a step. In milliseconds. */
const REPORT_EVERY = 15_000;

/**
 * Runs a step that takes long, and reports how long it has been running and what it does.
 *
 * @param label what is made
 * @param minutes how long it takes on two cores
 * @param step is given a function to call with every line that says what is done now
 */
export async function withProgress<T>(
  { report }: Context,
  label: string,
  minutes: number,
  step: (now: (line: string) => void) => Promise<T>,
): Promise<T> {
  const started = Date.now();
  let doing = '';
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000);
    report(`${label}: ${seconds} s of about ${minutes} minutes${doing && `, ${doing}`}`);
  }, REPORT_EVERY);
  try {
    return await step((line) => {
      doing = line.trim() || doing;
    });
  } finally {
    clearInterval(timer);
  }
}
