import { Cache } from '../cache';
import { codeOf, OperatorError } from '../errors';
import { withLock } from '../lock';
import { type BuildOptions, build } from './build';
import { DownloadError, Downloader, type Progress } from './download';
import { type Found, findInstalled } from './find';
import type { Platform, Tool, ToolName } from './tool';
import { currentPlatform, tools as toolTable } from './versions';

/** Path of every tool asked for. */
export type Toolchain<Name extends ToolName = ToolName> = Readonly<Record<Name, string>>;

/** How to get the tools. */
export interface ToolchainOptions {
  /** @default - the user's cache */
  readonly cache?: Cache;
  /** Called with one line before each step that takes time. @default - not called */
  readonly report?: (line: string) => void;
  /** `PATH`, `PULUMI_HOME`, `EFK_DOWNLOAD_MIRROR` and the variables of Go count. @default - that of this process */
  readonly environment?: NodeJS.ProcessEnv;
  /** @default - one that uses `EFK_DOWNLOAD_MIRROR` if set */
  readonly downloader?: Downloader;
  /** @default - that of this machine */
  readonly platform?: Platform;
  /** @default - {@link toolTable} */
  readonly table?: Readonly<Record<ToolName, Tool>>;
  /** Builds a module. @default - {@link build} */
  readonly build?: typeof build;
}

const allTools = Object.keys(toolTable) as ToolName[];

/**
 * Gets every tool: from the cache, else an installed one of a fit version, else the official release, else built from its
 * pinned Go module.
 *
 * Any number of processes may do this at once: one gets a tool, the others wait for it.
 *
 * @param names tools that are needed. @default - all
 * @throws OperatorError if a tool can be had in none of these ways; the message says why each failed
 */
export async function ensureTools<Name extends ToolName = ToolName>(
  names: readonly Name[] = allTools as Name[],
  options: ToolchainOptions = {},
): Promise<Toolchain<Name>> {
  const environment = options.environment ?? process.env;
  const platform = options.platform ?? currentPlatform();
  if (platform === undefined) {
    throw new OperatorError(
      `[tools] the embedded cluster runs on Linux and macOS (x64, arm64), this is ${process.platform}-${process.arch}; use WSL 2 or your own cluster: pulumi up --stack <environment>`,
    );
  }
  const context: Context = {
    environment,
    platform,
    cache: options.cache ?? new Cache(),
    report: options.report ?? (() => undefined),
    downloader: options.downloader ?? new Downloader({ mirror: environment.EFK_DOWNLOAD_MIRROR || undefined }),
    table: options.table ?? toolTable,
    build: options.build ?? build,
  };
  const paths: Partial<Record<ToolName, string>> = {};
  for (const name of names) paths[name] = await new Acquisition(name, context).path();
  return paths as Toolchain<Name>;
}

type Context = Required<Omit<ToolchainOptions, 'table'>> & { readonly table: Readonly<Record<ToolName, Tool>> };

/** The way to one tool. */
class Acquisition {
  private readonly tool: Tool;
  private readonly label: string;

  constructor(
    private readonly name: ToolName,
    private readonly context: Context,
  ) {
    this.tool = context.table[name];
    this.label = `${name} ${this.tool.version}`;
  }

  async path(): Promise<string> {
    const cached = this.cached();
    if (cached !== undefined) return cached;
    const found = await findInstalled(this.name, this.tool, this.context.environment);
    if (found.state === 'fit') {
      this.context.report(`${this.label}: using ${found.path} (${found.version})`);
      return found.path;
    }
    try {
      return await this.downloadOrBuild(found);
    } catch (error) {
      if (codeOf(error) !== 'ENOSPC') throw error;
      throw new OperatorError(
        `[${this.name}] the disk is full; free about 1 GB where ${this.context.cache.root} lies, or set EFK_CACHE to another folder`,
      );
    }
  }

  private cached(): string | undefined {
    return this.context.cache.cachedTool(this.name, this.tool.version);
  }

  private downloadOrBuild(found: Exclude<Found, { state: 'fit' }>): Promise<string> {
    // One lock per module: the programs of a module come together.
    const lock = this.context.cache.lock(this.tool.module.folder);
    const waiting = (owner: number) => this.context.report(`${this.label}: process ${owner} is getting it, waiting`);
    return withLock(lock, waiting, async () => {
      const cached = this.cached();
      if (cached !== undefined) return cached;
      const missing = found.state === 'missing' ? 'not installed' : `${found.path} does not fit (${found.reason})`;
      const failed = await this.download(missing);
      return failed === undefined ? this.fromCache() : this.build(`${missing}, ${failed}`);
    });
  }

  /** @returns why the tool could not be downloaded; undefined if it is in the cache now */
  private async download(missing: string): Promise<string | undefined> {
    const { cache, platform, downloader, report } = this.context;
    const release = this.tool.releases[platform];
    if (release === undefined) return `no official binary with a checksum for ${platform}`;
    const step = steps({
      begin: (size) => report(`${this.label}: ${missing}, downloading ${size} from ${new URL(release.url).host}`),
      reach: (percent) => report(`${this.label}: ${percent} % downloaded`),
    });
    try {
      await cache.inTemporaryFolder(async (folder) => this.publish(await downloader.download(release, folder, step)));
      return undefined;
    } catch (error) {
      if (error instanceof DownloadError) return `download failed (${error.message})`;
      throw error;
    }
  }

  private async build(why: string): Promise<string> {
    const { cache, environment, report } = this.context;
    const { module } = this.tool;
    const others = Object.keys(module.provides).filter((name) => name !== this.name);
    const also = others.length > 0 ? ` (with ${others.join(', ')})` : '';
    const minutes = module.minutes === 1 ? 'about a minute' : `about ${module.minutes} minutes`;
    report(`${this.label}: ${why}, building from Go modules${also}, ${minutes}`);
    const progress: BuildOptions['progress'] = (seconds, packages) =>
      report(`${this.label}: building for ${duration(seconds)} of ${minutes}, ${packages} packages compiled`);
    try {
      await cache.inTemporaryFolder(async (folder) =>
        this.publish(await this.context.build(module, folder, { environment, progress })),
      );
    } catch (error) {
      if (error instanceof OperatorError)
        throw new OperatorError(`[${this.name}] ${why}, and the build failed: ${error.message}`);
      throw error;
    }
    return this.fromCache();
  }

  private async publish(programs: ReadonlyMap<ToolName, string>): Promise<void> {
    const { cache, table } = this.context;
    for (const [name, program] of programs) await cache.publish(name, table[name].version, program);
  }

  private fromCache(): string {
    return this.context.cache.tool(this.name, this.tool.version);
  }
}

/** Tells of the first bytes, then of 25, 50 and 75 per cent. */
function steps(tell: { begin: (size: string) => void; reach: (percent: number) => void }): Progress {
  let next = 0;
  return (received, total) => {
    if (next === 0) {
      tell.begin(total === undefined ? 'it' : `${Math.ceil(total / 1e6)} MB`);
      next = 25;
    }
    if (total === undefined || next > 75 || received < (total * next) / 100) return;
    tell.reach(next);
    next += 25;
  };
}

function duration(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
