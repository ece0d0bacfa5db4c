/** Longest part of a line that containerd writes. In bytes. */
const LONGEST_PART = 16 * 1024;

const START = Date.UTC(2026, 10, 25, 7) / 1000;

/** The log of a container as containerd writes it, with a clock of its own: pauses take no time. */
export class CaseLog {
  private readonly parts: Buffer[] = [];
  private nanoseconds = 0n;

  /** Everything that was written. */
  get bytes(): Buffer {
    return Buffer.concat(this.parts);
  }

  /** Nothing is written for so many seconds. */
  pause(seconds: number): void {
    this.nanoseconds += BigInt(seconds * 1e9);
  }

  /** Writes a line, at `time` or as the clock has it. */
  write(stream: 'stdout' | 'stderr', line: Buffer, time = this.now()): void {
    const parts = Array.from({ length: Math.max(1, Math.ceil(line.length / LONGEST_PART)) }, (_, index) =>
      line.subarray(index * LONGEST_PART, (index + 1) * LONGEST_PART),
    );
    for (const [index, part] of parts.entries()) {
      const tag = index === parts.length - 1 ? 'F' : 'P';
      this.parts.push(Buffer.from(`${time} ${stream} ${tag} `), part, Buffer.from('\n'));
    }
  }

  /** Writes what a runtime has written, as it stands. */
  writeLog(line: string): void {
    this.parts.push(Buffer.from(`${line}\n`));
  }

  private now(): string {
    this.nanoseconds += 20_000n;
    const [seconds, fraction] = [this.nanoseconds / 1_000_000_000n, this.nanoseconds % 1_000_000_000n];
    const second = new Date((START + Number(seconds)) * 1000).toISOString().slice(0, 19);
    return `${second}.${String(fraction).padStart(9, '0')}Z`;
  }
}
