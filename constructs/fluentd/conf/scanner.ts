/** Text that is not a configuration of Fluentd, with the place where Fluentd would stop reading. */
export class ConfParseError extends Error {
  override readonly name = 'ConfParseError';

  /**
   * @param line line of the mistake, from 1
   * @param mistake what must hold, what stands there, and what to do
   */
  constructor(
    readonly line: number,
    readonly mistake: string,
  ) {
    super(`[line ${line}] ${mistake}`);
  }
}

/** What a mistake says. */
interface Mistake {
  /** What must hold. */
  readonly must: string;

  /** What to do. */
  readonly todo: string;

  /**
   * Where the mistake is.
   *
   * @default - where the scanner is
   */
  readonly at?: number;
}

/** Longest piece of a file that a mistake shows. */
const SAMPLE = 40;

/** A text that is read from its beginning to its end, with patterns that are sticky (`/.../y`). */
export class Scanner {
  private at = 0;
  private line = 1;
  private lineStart = 0;

  constructor(readonly text: string) {}

  /** Where the scanner is. */
  get position(): number {
    return this.at;
  }

  /** Whether nothing is left. */
  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The line in which the scanner is, from 1. */
  currentLine(): number {
    for (;;) {
      const lineEnd = this.text.indexOf('\n', this.lineStart);
      if (lineEnd < 0 || lineEnd >= this.at) return this.line;
      this.line++;
      this.lineStart = lineEnd + 1;
    }
  }

  /** What `pattern` matches here; the scanner moves behind it. */
  tryTake(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (!match) return undefined;
    this.at += match[0].length;
    return match;
  }

  /**
   * What `pattern` matches here; the scanner moves behind it.
   *
   * @throws ConfParseError if it does not match
   */
  take(pattern: RegExp, mistake: Mistake): RegExpExecArray {
    return this.tryTake(pattern) ?? this.refuse(mistake);
  }

  /** Moves to a place further on. */
  moveTo(position: number): void {
    this.at = position;
  }

  /** @throws ConfParseError */
  refuse({ must, todo, at = this.at }: Mistake): never {
    const [rest = ''] = this.text.slice(at).split(/[\r\n]/, 1);
    const got = at >= this.text.length ? 'the end of the file' : JSON.stringify(rest.slice(0, SAMPLE) || '\n');
    const line = this.text.slice(0, at).split('\n').length;
    throw new ConfParseError(line, `${must}, got ${got}; ${todo}`);
  }
}
