import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import type { Bytes } from '../../../local/kubelet/runtimes';

/** When the kubelet rotates a log, and how much it keeps: its settings `containerLogMaxSize` and `containerLogMaxFiles`. */
export interface Rotation {
  /** Size from which a log is rotated. In bytes. */
  readonly maxSize: number;

  /** Files that a log may have, the one that is written included; at least 2. */
  readonly maxFiles: number;
}

/** The files of one container in `/var/log/pods`: a runtime writes them, the kubelet rotates and removes them. */
export class ContainerLog {
  /** How often the container was started again; the name of its file. */
  private restarts = 0;

  private descriptor: number;

  /** @param folder `<namespace>_<pod>_<uid>/<container>` below `/var/log/pods` */
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    this.descriptor = this.openCurrent();
  }

  /** Appends to the current file. */
  write(bytes: Bytes): void {
    // One byte per character, and a disk that is full may take a part only.
    const buffer = Buffer.from(bytes, 'latin1');
    for (let done = 0; done < buffer.length; ) done += writeSync(this.descriptor, buffer, done);
  }

  /** Rotates the current file if it is large enough (kubelet, container_log_manager.go, `rotateLog`). */
  async rotate({ maxSize, maxFiles }: Rotation): Promise<void> {
    const current = this.path;
    if (statSync(current).size < maxSize) return;
    const rotated = this.filesOf(current).filter((file) => !file.endsWith('.tmp'));
    const excess = Math.max(0, rotated.length - (maxFiles - 2));
    for (const file of rotated.slice(0, excess)) rmSync(file);
    for (const file of rotated.slice(excess)) if (!file.endsWith('.gz')) await compress(file);
    renameSync(current, `${current}.${timestamp(new Date())}`);
    // Between the two the runtime writes to the file under its new name.
    await new Promise((resolve) => setTimeout(resolve, 5));
    this.reopen();
  }

  /** The container ends and starts again: a new file, and of the old ones only those of the last run stay. */
  restart(): void {
    if (this.restarts > 0) {
      const old = join(this.folder, `${this.restarts - 1}.log`);
      for (const file of this.filesOf(old).concat(old)) rmSync(file, { force: true });
    }
    this.restarts++;
    this.reopen();
  }

  /** The pod is deleted, and its folder with it. */
  remove(): void {
    closeSync(this.descriptor);
    rmSync(dirname(this.folder), { recursive: true });
  }

  /** Ends writing; the files stay. */
  close(): void {
    closeSync(this.descriptor);
  }

  private get path(): string {
    return join(this.folder, `${this.restarts}.log`);
  }

  private openCurrent(): number {
    return openSync(this.path, 'a', 0o640);
  }

  private reopen(): void {
    closeSync(this.descriptor);
    this.descriptor = this.openCurrent();
  }

  /** What was made of `log`, oldest first. */
  private filesOf(log: string): string[] {
    return readdirSync(this.folder)
      .map((name) => join(this.folder, name))
      .filter((file) => file.startsWith(`${log}.`))
      .sort();
  }
}

/** The kubelet writes beside the log and gives the file its name when it is whole; both are there for a moment. */
async function compress(log: string): Promise<void> {
  const file = await open(`${log}.tmp`, 'w', 0o640);
  await file.writeFile(await promisify(gzip)(await readFile(log)));
  await file.close();
  await rename(`${log}.tmp`, `${log}.gz`);
  await rm(log);
}

/** `20061102-150405`: two rotations within a second would have one name. */
function timestamp(time: Date): string {
  return time.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
}
