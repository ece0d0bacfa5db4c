import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Time between two looks at the file. In milliseconds. */
const INTERVAL = 50;

/** What a program writes to its log from now on, as lines. */
export class Log {
  private readonly seen: string[] = [];
  private offset: number;
  private rest = '';

  /** @param file is appended to; it need not be there yet */
  constructor(readonly file: string) {
    this.offset = existsSync(file) ? statSync(file).size : 0;
  }

  /** All full lines so far. */
  lines(): readonly string[] {
    this.read();
    return this.seen;
  }

  /** The last lines, for a message. */
  tail(count = 15): string {
    return [...this.lines(), this.rest].filter(Boolean).slice(-count).join('\n');
  }

  /**
   * Waits for a line that matches.
   *
   * @param from index of the first line that counts
   * @param isOver whether nothing more is to be expected
   * @returns the first such line; undefined if it did not come in time
   */
  async waitFor(pattern: RegExp, from: number, seconds: number, isOver: () => boolean): Promise<string | undefined> {
    const deadline = Date.now() + seconds * 1000;
    for (let next = from; ; ) {
      // Asked before the file is read: what was written up to the end still counts.
      const last = isOver() || Date.now() >= deadline;
      const lines = this.lines();
      for (; next < lines.length; next += 1) if (pattern.test(lines[next] ?? '')) return lines[next];
      if (last) return undefined;
      await sleep(INTERVAL);
    }
  }

  private read(): void {
    if (!existsSync(this.file)) return;
    const size = statSync(this.file).size;
    if (size <= this.offset) return;
    const buffer = Buffer.alloc(size - this.offset);
    const descriptor = openSync(this.file, 'r');
    const length = readSync(descriptor, buffer, 0, buffer.length, this.offset);
    closeSync(descriptor);
    this.offset += length;
    // One byte per character until lines are whole, so that no character is cut.
    const lines = (this.rest + buffer.toString('latin1', 0, length)).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.seen.push(Buffer.from(line, 'latin1').toString());
  }
}
