import { type ParsedDirective, RESERVED_PARAMS, STRICT, type Text } from './directive';
import { parseString, parseValue, UNQUOTED } from './literal';
import { ConfParseError, Scanner } from './scanner';

/** Argument of a tag: up to the `>`, and to the spaces and comments in front of it. */
const UNQUOTED_ARGUMENT = /(?:#|(?!(?:[ \t\r\n]|#[^\r\n]*(?:[\r\n]|$))*>)[^\n])*/uy;

/** Name of a parameter. */
const UNQUOTED_NAME = /[^ \t\r\n]+/y;

/** End of a line, and a comment in front of it. */
const LINE_END = /[ \t]*(?:#[^\n]*)?(?:\r\n|[\r\n]|$)/y;

/**
 * Reads `fluent.conf` in its classic format, by the rules of Fluentd 1.19 (lib/fluent/config/v1_parser.rb). Of comments
 * those are kept that stand directly above a directive. Files are not included: `@include` is a directive of that name.
 * Embedded Ruby is neither evaluated nor checked to be valid.
 *
 * Fluentd takes parameters outside of directives as well, and does not use them; here they are refused, so that no other
 * text passes for a configuration.
 *
 * @throws ConfParseError at the first place that Fluentd would refuse
 */
export function parse(text: string): ParsedDirective[] {
  return new Parser(new Scanner(text)).content().children;
}

/**
 * Reads `fluent.conf` like {@link parse}.
 *
 * @returns nothing, if `text` is not a configuration of Fluentd
 * @throws an error that is not a mistake in `text`
 */
export function tryParse(text: string): ParsedDirective[] | undefined {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof ConfParseError) return undefined;
    throw error;
  }
}

/** A directive whose closing tag is to come. */
interface Opened {
  readonly name: string;
  readonly line: number;
}

/** What stands in a directive, up to and with its closing tag. */
interface Content extends Pick<ParsedDirective, 'lastLine' | 'params' | 'paramLines'> {
  readonly children: ParsedDirective[];
}

class Parser {
  constructor(private readonly scanner: Scanner) {}

  /** @param opened the directive around it; without it, the whole file */
  content(opened?: Opened): Content {
    const { scanner } = this;
    const params = new Map<string, Text>();
    const paramLines = new Map<string, number>();
    const children: ParsedDirective[] = [];
    for (;;) {
      const comment = this.spacing();
      const line = scanner.currentLine();
      if (this.isEnd(opened)) {
        const [values, lines] = [Object.fromEntries(params), Object.fromEntries(paramLines)];
        return { params: values, paramLines: lines, children, lastLine: line };
      }
      if (scanner.tryTake(opened ? /@include(?=[ \t]+[^ \t\r\n#])/y : /@?include(?=[ \t\r\n#])/y)) {
        children.push(this.include(line, comment));
      } else if (scanner.tryTake(/</y)) {
        children.push(this.element(line, comment));
      } else {
        const name = this.paramName(opened);
        params.set(name, this.paramValue());
        paramLines.set(name, line);
      }
    }
  }

  /** Takes the end of a directive, or sees that of the file. */
  private isEnd(opened: Opened | undefined): boolean {
    const { scanner } = this;
    const at = scanner.position;
    if (scanner.isAtEnd) {
      if (!opened) return true;
      return scanner.refuse({ must: `<${opened.name}> of line ${opened.line} must be closed`, todo: 'close it' });
    }
    const end = scanner.tryTake(/<\/(\w*)/y);
    if (!end) return false;
    if (end[1] !== opened?.name) {
      const open = opened ? `close <${opened.name}> of line ${opened.line}` : 'follow an opening tag';
      scanner.refuse({ must: `a closing tag must ${open}`, todo: 'correct or remove it', at });
    }
    this.spacing();
    this.closeTag();
    return true;
  }

  private element(line: number, comment: string | undefined): ParsedDirective {
    const { scanner } = this;
    const [name] = scanner.take(/\w+/y, { must: 'a tag must begin with the name of a directive', todo: 'name it' });
    this.spacing();
    const argument = parseString(scanner, UNQUOTED_ARGUMENT);
    this.spacing();
    this.closeTag();
    const said = { ...(argument !== '' && { argument }), ...(comment !== undefined && { comment }) };
    return { name, ...said, line, ...this.content({ name, line }) };
  }

  private closeTag(): void {
    this.scanner.take(/>/y, { must: 'a tag must end with >', todo: 'close it, or put its argument in quotes' });
    this.lineEnd('a tag');
  }

  private include(line: number, comment: string | undefined): ParsedDirective {
    this.spacing();
    const must = '@include must name a file';
    const { scanner } = this;
    if (scanner.isAtEnd) scanner.refuse({ must, todo: 'name it, or remove the line' });
    const argument = parseString(scanner, UNQUOTED);
    this.lineEnd('@include');
    const said = { argument, ...(comment !== undefined && { comment }) };
    return { name: '@include', ...said, line, lastLine: line, params: {}, paramLines: {}, children: [] };
  }

  private paramName(opened: Opened | undefined): string {
    const { scanner } = this;
    const at = scanner.position;
    if (!opened)
      return scanner.refuse({ must: 'a parameter must be in a directive', todo: 'put it into one, or remove it' });
    const name = parseString(scanner, UNQUOTED_NAME);
    if (typeof name !== 'string') {
      return scanner.refuse({ must: 'the name of a parameter must be text', todo: 'write it without Ruby', at });
    }
    if (name === '@include')
      scanner.refuse({ must: '@include must name a file', todo: 'name it in the same line', at });
    if (name.startsWith('@') && !RESERVED_PARAMS.includes(name) && STRICT.includes(opened.name)) {
      const must = `a parameter of <${opened.name}> with @ must be ${RESERVED_PARAMS.join(', ')}`;
      scanner.refuse({ must, todo: 'remove it, or correct the spelling', at });
    }
    return name;
  }

  private paramValue(): Text {
    const must = 'the name of a parameter must stand before a space';
    const [space] = this.scanner.take(/[ \t\r\n]+|$/y, { must, todo: 'put one behind it' });
    if (space.includes('\n') || this.scanner.isAtEnd) return '';
    const value = parseValue(this.scanner);
    this.lineEnd('a value');
    return value;
  }

  private lineEnd(of: string): void {
    const todo = 'end the line, or put the value in quotes';
    this.scanner.take(LINE_END, { must: `${of} must end its line`, todo });
  }

  /** Skips spaces, empty lines and comments. Returns the comment that stands directly above what comes next. */
  private spacing(): string | undefined {
    const { scanner } = this;
    let lines: string[] = [];
    for (;;) {
      if (scanner.tryTake(/[ \t]+/y)) continue;
      const comment = scanner.tryTake(/# ?([^\r\n]*)/y);
      if (comment) {
        lines.push(comment[1] ?? '');
        // Whether Fluentd ends a comment at a carriage return alone depends on what stands before the comment.
        scanner.take(/\r?\n|$/y, { must: 'a comment must end with a line feed', todo: 'remove the carriage return' });
      } else if (scanner.tryTake(/\r\n|[\r\n]/y)) lines = [];
      else return lines.length > 0 ? lines.join('\n') : undefined;
    }
  }
}
