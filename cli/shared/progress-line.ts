/** Where a progress line is written. */
export interface ProgressStream {
  /** Whether a person looks at it. */
  readonly isTTY?: boolean;

  write(text: string): unknown;
}

/** Time after which people wonder, and between two lines that they can tell apart. In ms. */
const [FIRST, NEXT] = [1_000, 100];

/** Back to the start of the line, and erase it. */
const CLEAR = '\r\u001B[2K';

/** One line that says how far a command is, once it has run for a second; nothing where no person looks. */
export class ProgressLine {
  private last = Number.NEGATIVE_INFINITY;

  /**
   * @param stream a terminal, or not
   * @param now milliseconds since the command was started
   */
  constructor(
    private readonly stream: ProgressStream = process.stderr,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Shows `text` instead of what was shown before. */
  say(text: string): void {
    const time = this.now();
    if (!this.stream.isTTY || time < FIRST || time - this.last < NEXT) return;
    this.last = time;
    this.stream.write(CLEAR + text);
  }

  /** Removes the line, so that the output of the command begins at its start. */
  end(): void {
    if (this.last > 0) this.stream.write(CLEAR);
    this.last = Number.NEGATIVE_INFINITY;
  }
}

/** Runs `work` with a progress line for objects that are read, which is what takes time where there are thousands. */
export function countingObjects<T>(work: (counting: (name: string) => (done: number, total: number) => void) => T): T {
  const line = new ProgressLine();
  try {
    return work((name) => (done, total) => line.say(`${name}: ${done} of ${total} objects`));
  } finally {
    line.end();
  }
}
