import type { Evaluated, Text } from './directive';
import { parseRuby, textOf } from './evaluated';
import type { Scanner } from './scanner';

type Part = Evaluated['evaluated'][number];

/** Ruby in JSON; `#` before anything else is part of a string, or begins a comment. */
const RUBY = /#\{(?=[^}]+\})/y;

/** What Fluentd takes for Ruby as well: it looks for the brackets at the beginning of every further line of the file. */
const ACCIDENTAL_RUBY = /#(?=[\s\S]*\n\{[^}]+\})/y;

/** A value in brackets, which is JSON with comments and Ruby in it, as one line. */
export function parseJson(scanner: Scanner): Text {
  return new JsonReader(scanner).read();
}

class JsonReader {
  private readonly start: number;

  /** The value without comments and spaces. */
  private readonly parts: Part[] = [];

  /** The value without comments, and with a number in place of Ruby. */
  private raw = '';

  constructor(private readonly scanner: Scanner) {
    this.start = scanner.position;
  }

  read(): Text {
    let depth = 0;
    do {
      const bracket = this.scanner.tryTake(/[[\]{}]/y)?.[0];
      if (bracket) {
        this.add(bracket);
        depth += /[[{]/.test(bracket) ? 1 : -1;
      } else if (this.scanner.tryTake(/"/y)) this.string();
      else if (this.isComment()) this.comment();
      else if (!this.ruby()) this.other();
    } while (depth > 0);
    if (!isJson(this.raw)) this.refuse();
    return textOf(this.parts);
  }

  private add(text: string, part: Part = text): void {
    this.raw += text;
    this.parts.push(part);
  }

  private string(): void {
    this.add('"');
    while (!this.scanner.tryTake(/"/y)) {
      if (!this.ruby()) this.add(this.take(/#|(?:\\[^\n]|[^"\\#\n])+/uy));
    }
    this.add('"');
  }

  private ruby(): boolean {
    const at = this.scanner.position;
    if (!this.scanner.tryTake(RUBY)) {
      if (!this.scanner.tryTake(ACCIDENTAL_RUBY)) return false;
      const must = 'a # in JSON must not be followed by a line that begins with {';
      return this.scanner.refuse({ must, todo: 'put the JSON in single quotes, or indent that line', at });
    }
    this.add('0', { ruby: parseRuby(this.scanner, at) });
    return true;
  }

  private other(): void {
    const text = this.take(/[^"#[\]{}]+/uy);
    this.add(text, text.replace(/[ \t\r\n]+/g, ''));
  }

  /** Fluentd takes `#` for a comment if the outermost bracket could be closed there; a comma before it may be in its line only. */
  private isComment(): boolean {
    if (!this.scanner.text.startsWith('#', this.scanner.position)) return false;
    const line = this.raw.lastIndexOf('\n') + 1;
    const opened = this.raw.slice(0, line) + this.raw.slice(line).trimEnd().replace(/,$/, '');
    return isJson(opened + (opened.startsWith('[') ? ']' : '}'));
  }

  private comment(): void {
    this.take(/[^\n]*\n/y);
    this.raw += '\n';
  }

  private take(pattern: RegExp): string {
    return this.scanner.tryTake(pattern)?.[0] ?? this.refuse();
  }

  private refuse(): never {
    const must = 'a value in brackets must be JSON';
    return this.scanner.refuse({ must, todo: 'correct it, or put it in single quotes', at: this.start });
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
