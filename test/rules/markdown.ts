import { posix } from 'node:path';

/** A block of code between two lines of backticks. */
export interface Fence {
  /** Path of the document. */
  readonly document: string;

  /** Number of the opening line, from 1. */
  readonly line: number;

  /** First word after the backticks, e.g. `ts`. */
  readonly language: string;

  /** What follows it as `key=value`, e.g. `file=environments/dev.ts`. */
  readonly attributes: Readonly<Record<string, string>>;

  /** The lines between. */
  readonly text: string;
}

/** Documents by path from the root. */
export type Documents = ReadonlyMap<string, string>;

/** Every fence of a document. */
export function fencesOf(document: string, text: string): Fence[] {
  const pattern = /^( *)(`{3,})(\w*)[ \t]*(.*)\n([\s\S]*?)^ *\2[ \t]*$/gm;
  return [...text.matchAll(pattern)].map(({ index, 1: indent = '', 3: language = '', 4: info = '', 5: body = '' }) => ({
    document,
    line: lineAt(text, index),
    language,
    attributes: Object.fromEntries([...info.matchAll(/(\w+)=(\S+)/g)].map(([, key, value]) => [key, value])),
    text: body.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }));
}

/** One line per relative link to a file, or to a heading, that does not exist. */
export function brokenLinks(documents: Documents, exists: (path: string) => boolean): string[] {
  return [...documents].flatMap(([document, text]) =>
    linksOf(text)
      .filter(({ target }) => !/^([a-z][a-z+.-]*:|\/\/)/i.test(target))
      .flatMap(({ line, target }) => {
        const [path = '', anchor] = target.split('#');
        const file = path ? posix.join(posix.dirname(document), decodeURI(path)) : document;
        const where = `${document}:${line}: links to ${target}, but`;
        if (!exists(file)) return [`${where} there is no ${file}; correct the path`];
        const linked = documents.get(file);
        if (!anchor || linked === undefined || headingIds(linked).includes(anchor)) return [];
        return [`${where} ${file} has no heading #${anchor}; correct the anchor`];
      }),
  );
}

/** One line per document below `docs/` to which the `README.md` of its folder has no link. */
export function unlistedDocuments(documents: Documents): string[] {
  return [...documents.keys()]
    .filter((path) => path.startsWith('docs/') && posix.basename(path) !== 'README.md')
    .flatMap((path) => {
      const door = posix.join(posix.dirname(path), 'README.md');
      const isListed = linksOf(documents.get(door) ?? '').some(({ target }) => target === posix.basename(path));
      return isListed ? [] : [`${path}: has no link in ${door}; say there what it is for`];
    });
}

function linksOf(text: string): { line: number; target: string }[] {
  const prose = withoutCode(text);
  const patterns = [/\]\(<?([^)\s>]+)[^)]*\)/g, /^ *\[[^\]]+\]: *<?([^\s>]+)/gm, /(?:src|href)="([^"]+)"/g];
  return patterns.flatMap((pattern) =>
    [...prose.matchAll(pattern)].map(({ index, 1: target = '' }) => ({ line: lineAt(text, index), target })),
  );
}

/** Ids that GitHub gives to headings. */
function headingIds(text: string): string[] {
  const seen = new Map<string, number>();
  return [...withoutFences(text).matchAll(/^#{1,6} +(.*?)[ #]*$/gm)].map(([, heading = '']) => {
    const id = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-');
    const count = seen.get(id) ?? 0;
    seen.set(id, count + 1);
    return count === 0 ? id : `${id}-${count}`;
  });
}

/** One line per fence that says `file=...` and differs from that file. */
export function staleQuotes(documents: Documents, read: (path: string) => string | undefined): string[] {
  return [...documents]
    .flatMap(([document, text]) => fencesOf(document, text))
    .flatMap(({ document, line, attributes: { file }, text }) => {
      if (!file || read(file)?.trim() === text.trim()) return [];
      const remedy =
        read(file) === undefined ? 'there is no such file; correct the path' : 'differs from it; copy the file';
      return [`${document}:${line}: quotes ${file}, but ${remedy}`];
    });
}

/** A command in a document. */
export interface Command {
  /** `<document>:<line>` */
  readonly where: string;

  /** The command, on one line. */
  readonly text: string;
}

/** Every command of a document: lines of shell fences, and code in the text that starts like one of ours. */
export function commandsOf(document: string, text: string): Command[] {
  const fenced = fencesOf(document, text)
    .filter(({ language }) => ['sh', 'bash', 'shell', 'console'].includes(language))
    .flatMap(({ line, text: body }) =>
      body.split('\n').flatMap((_, index, lines) => {
        if (lines[index - 1]?.endsWith('\\')) return [];
        const end = lines.findIndex((part, at) => at >= index && !part.endsWith('\\'));
        const joined = lines.slice(index, end + 1).map((part) => part.replace(/\\$/, ''));
        return [
          {
            where: `${document}:${line + 1 + index}`,
            text: joined
              .join(' ')
              .replace(/^\s*\$ /, '')
              .trim(),
          },
        ];
      }),
    );
  const inline = [...withoutFences(text).matchAll(/`((?:npm|npx|pulumi|efk) [^`]+)`/g)].map(
    ({ index, 1: code = '' }) => ({
      where: `${document}:${lineAt(text, index)}`,
      text: code,
    }),
  );
  return [...fenced, ...inline];
}

function withoutCode(text: string): string {
  return withoutFences(text).replaceAll(/`[^`\n]*`/g, blank);
}

function withoutFences(text: string): string {
  return text.replaceAll(/^( *)(`{3,})[\s\S]*?^ *\2[ \t]*$/gm, blank);
}

/** As many lines and characters of nothing, so that positions stay what they are. */
function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}

function lineAt(text: string, index = 0): number {
  return text.slice(0, index).split('\n').length;
}
