import { Cache } from '../cache';
import { Downloader } from './download';
import { findInstalled, onPath } from './find';
import type { ToolchainOptions } from './index';
import type { Tool, ToolName } from './tool';
import { currentPlatform, tools } from './versions';

/** What is asked of `ensureTools` as well. */
export type AvailabilityOptions = Pick<ToolchainOptions, 'cache' | 'environment' | 'downloader' | 'platform' | 'table'>;

/**
 * Why the tools cannot be had on this machine. Nothing is downloaded or built.
 *
 * A tool can be had if it is cached or installed, if there is Go to build it, or if the host of its release answers, whatever the
 * answer is. That it can be had does not mean that getting it will work: a failure is a failure then.
 *
 * @param names tools that are needed. @default - all
 * @returns what is missing, to be read after `it needs`; undefined if every tool can be had
 */
export async function missingTools(
  names: readonly ToolName[] = Object.keys(tools) as ToolName[],
  options: AvailabilityOptions = {},
): Promise<string | undefined> {
  const environment = options.environment ?? process.env;
  const platform = options.platform ?? currentPlatform();
  if (platform === undefined) return `Linux or macOS (x64, arm64), this is ${process.platform}-${process.arch}`;
  if (onPath('go', environment) !== undefined) return undefined;
  const cache = options.cache ?? new Cache();
  const downloader = options.downloader ?? new Downloader({ mirror: environment.EFK_DOWNLOAD_MIRROR || undefined });

  const missing = async (name: ToolName, tool: Tool): Promise<string | undefined> => {
    if (cache.cachedTool(name, tool.version) !== undefined) return undefined;
    if ((await findInstalled(name, tool, environment)).state === 'fit') return undefined;
    const go = `Go on PATH to build ${name} ${tool.version}`;
    const release = tool.releases[platform];
    if (release === undefined) return `${go}, which has no official binary for ${platform}`;
    const reason = await downloader.unreachable(release);
    return reason === undefined ? undefined : `${go}, or its download (${reason})`;
  };
  for (const name of names) {
    const reason = await missing(name, (options.table ?? tools)[name]);
    if (reason !== undefined) return reason;
  }
  return undefined;
}
