import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text, or a part of one that is repeated; `#` is the number of each, if they are `numbered`. */
type Part = string | { readonly repeat: string; readonly times: number; readonly numbered?: true };

/** What stands in a line: a text, parts of one, bytes, or one of them with a time of its own. */
type LineOfCase =
  | string
  | readonly Part[]
  | { readonly base64: string; readonly time?: string }
  | { readonly text: string | readonly Part[]; readonly time?: string };

/** A case of lines that become documents, as it is written down (README.md). */
export interface DocumentCase {
  readonly title: string;
  readonly why: string;
  readonly lines: readonly LineOfCase[];
  readonly documents: readonly DocumentOfCase[];
}

/** What is to be seen of a document. */
export interface DocumentOfCase {
  readonly message?: string;
  readonly json?: unknown;
  readonly promoted?: object;
  readonly marked?: string;
  readonly '@timestamp'?: string;
}

/** The cases of lines that become documents, by their theme. */
export function documentCases(): ReadonlyMap<string, readonly DocumentCase[]> {
  const files = readdirSync(__dirname).filter((name) => name.endsWith('.json'));
  const themes = files.map((name): [string, DocumentCase[]] => {
    const cases: Partial<DocumentCase>[] = JSON.parse(readFileSync(join(__dirname, name), 'utf8'));
    return [name.replace('.json', ''), cases.filter((it): it is DocumentCase => it.documents !== undefined)];
  });
  return new Map(themes.filter(([, cases]) => cases.length > 0));
}

/** The bytes of a line. */
export function bytesOfLine(line: LineOfCase): Buffer {
  if (typeof line === 'string') return Buffer.from(line);
  if ('base64' in line) return Buffer.from(line.base64, 'base64');
  if ('text' in line) return bytesOfLine(line.text);
  return Buffer.from(line.map(textOf).join(''));
}

/** The time of a line, if it has one. */
export function timeOfLine(line: LineOfCase): string | undefined {
  return typeof line === 'object' && 'time' in line ? line.time : undefined;
}

function textOf(part: Part): string {
  if (typeof part === 'string') return part;
  if (!part.numbered) return part.repeat.repeat(part.times);
  return Array.from({ length: part.times }, (_, number) => part.repeat.replaceAll('#', String(number))).join('');
}
