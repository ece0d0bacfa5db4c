import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { codeOf, reasonOf } from '../errors';
import type { Checksum, Release, ToolName } from './tool';

/** A download that did not come to a verified program; the message says why. Other ways to get the tool remain. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError';
}

/** How to download. */
export interface DownloaderOptions {
  /**
   * Address of a mirror. `https://dl.k8s.io/release/x` is then asked for as `<mirror>/dl.k8s.io/release/x`.
   *
   * @default - the publishers' own addresses
   */
  readonly mirror?: string;
  /** Longest wait for an answer before a host counts as unreachable. In seconds. @default 10 */
  readonly connectTimeout?: number;
  /** Longest time without a byte during a transfer. In seconds. @default 30 */
  readonly stallTimeout?: number;
}

/** What has been transferred so far; `total` is undefined if the server does not say. In bytes. */
export type Progress = (received: number, total: number | undefined) => void;

/** Codes that tell of the way to the host, so that asking the same host again is a waste of time. */
const unreachable = /^(E(NOTFOUND|AI_AGAIN|CONNREFUSED|HOSTUNREACH|NETUNREACH|TIMEDOUT)|UND_ERR_CONNECT_TIMEOUT)$/;

/** Downloads releases. It remembers hosts it cannot reach, and does not try those again. */
export class Downloader {
  private readonly unreachableHosts = new Map<string, string>();
  private readonly connectTimeout: number;
  private readonly stallTimeout: number;

  constructor(private readonly options: DownloaderOptions = {}) {
    this.connectTimeout = options.connectTimeout ?? 10;
    this.stallTimeout = options.stallTimeout ?? 30;
  }

  /**
   * Downloads a release into an empty folder, checks and unpacks it.
   *
   * @param folder a temporary folder; after a failure its content is worthless
   * @returns path of each tool's program, executable
   * @throws DownloadError if anything went wrong on the way
   */
  async download(
    release: Release,
    folder: string,
    progress: Progress = () => undefined,
  ): Promise<Map<ToolName, string>> {
    const file = join(folder, basename(new URL(release.url).pathname));
    const expected = await this.expectedChecksum(release);
    const actual = await this.fetchFile(release.url, file, progress);
    if (actual !== expected) {
      throw new DownloadError(`${release.url} has sha256 ${actual}, expected ${expected}`);
    }
    return unpack(release, file, folder);
  }

  /** Why the host of a file does not answer at all; undefined if it answers, even with a refusal. */
  async unreachable({ url }: Pick<Release, 'url'>): Promise<string | undefined> {
    try {
      await this.withAnswer(url, async (response) => response.body?.cancel());
    } catch (error) {
      if (!(error instanceof DownloadError)) throw error;
    }
    return this.unreachableHosts.get(new URL(this.address(url)).host);
  }

  private async expectedChecksum({ url, checksum }: Release): Promise<string> {
    if ('sha256' in checksum) return checksum.sha256;
    const text = await this.withAnswer(checksum.file, async (response) => response.text());
    return checksumFrom(text, basename(new URL(url).pathname), checksum);
  }

  /** Streams to a file and returns its sha256. */
  private fetchFile(url: string, file: string, progress: Progress): Promise<string> {
    return this.withAnswer(url, async (response, alive) => {
      if (response.body === null) throw new DownloadError(`${url} is empty`);
      const total = Number(response.headers.get('content-length') ?? Number.NaN);
      const hash = createHash('sha256');
      let received = 0;
      const watch = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          alive();
          received += chunk.length;
          hash.update(chunk);
          progress(received, Number.isNaN(total) ? undefined : total);
          done(null, chunk);
        },
      });
      await pipeline(response.body, watch, createWriteStream(file));
      return hash.digest('hex');
    });
  }

  /** Asks for `url` and hands the answer on; `alive` must be called whenever bytes arrive. */
  private async withAnswer<T>(url: string, use: (response: Response, alive: () => void) => Promise<T>): Promise<T> {
    const address = this.address(url);
    const host = new URL(address).host;
    const known = this.unreachableHosts.get(host);
    if (known !== undefined) throw new DownloadError(known);

    const controller = new AbortController();
    let limit = `no answer from ${host} within ${this.connectTimeout} s`;
    let answered = false;
    const timer = new Timer(() => controller.abort());
    timer.restart(this.connectTimeout);
    try {
      const response = await fetch(address, { signal: controller.signal });
      answered = true;
      limit = `${address} stalled: no byte for ${this.stallTimeout} s`;
      timer.restart(this.stallTimeout);
      if (!response.ok) {
        await response.body?.cancel();
        throw new DownloadError(`${address} answered ${response.status} ${response.statusText}`.trim());
      }
      return await use(response, () => timer.restart(this.stallTimeout));
    } catch (error) {
      // A full disk concerns every way to get a tool, so it must not look like a failed download.
      if (error instanceof DownloadError || codeOf(error) === 'ENOSPC') throw error;
      const reason = controller.signal.aborted ? limit : describe(error, host, address, answered);
      if (!answered && (controller.signal.aborted || unreachable.test(codeOf(error) ?? '')))
        this.unreachableHosts.set(host, reason);
      throw new DownloadError(reason);
    } finally {
      timer.stop();
    }
  }

  private address(url: string): string {
    if (this.options.mirror === undefined) return url;
    const { host, pathname } = new URL(url);
    return `${this.options.mirror.replace(/\/+$/, '')}/${host}${pathname}`;
  }
}

function describe(error: unknown, host: string, address: string, answered: boolean): string {
  if (answered) return `${address} was cut off: ${reasonOf(error)}`;
  const code = codeOf(error);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `no network: ${code} ${host}`;
  return `${host} cannot be reached: ${reasonOf(error)}`;
}

/** Publishers write either the checksum alone or lines of `<checksum>  <file>`. */
function checksumFrom(text: string, file: string, checksum: Extract<Checksum, { file: string }>): string {
  const lines = text.split('\n').map((line) => line.trim().split(/\s+\*?/));
  const found = lines.find((words) => words[1] === file)?.[0] ?? (lines[0]?.length === 1 ? lines[0][0] : undefined);
  if (found === undefined || !/^[0-9a-f]{64}$/.test(found))
    throw new DownloadError(`${checksum.file} has no sha256 of ${file}`);
  return found;
}

async function unpack(release: Release, file: string, folder: string): Promise<Map<ToolName, string>> {
  const members = Object.entries(release.provides) as [ToolName, string][];
  const unpacked = join(folder, 'unpacked');
  await mkdir(unpacked);
  if (release.kind === 'tar.gz') {
    // Loaded when it is needed: to see whether a host answers it is not.
    const { extract } = await import('tar');
    await pipeline(
      createReadStream(file),
      extract({ cwd: unpacked, filter: (path) => members.some(([, member]) => path === member) }),
    );
  }

  const programs = new Map<ToolName, string>();
  for (const [name, member] of members) {
    const program = join(folder, name);
    const from = release.kind === 'binary' ? file : join(unpacked, member);
    if (!existsSync(from)) throw new DownloadError(`${release.url} has no ${member}`);
    await rename(from, program);
    await chmod(program, 0o755);
    programs.set(name, program);
  }
  return programs;
}

/** A timer that can be restarted. */
class Timer {
  private handle: NodeJS.Timeout | undefined;
  constructor(private readonly expired: () => void) {}

  restart(seconds: number): void {
    clearTimeout(this.handle);
    this.handle = setTimeout(this.expired, seconds * 1000);
  }

  stop(): void {
    clearTimeout(this.handle);
  }
}
