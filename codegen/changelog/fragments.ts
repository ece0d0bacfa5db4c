import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a change is, with the heading of its section, in the order of the sections. */
export const KINDS = {
  breaking: 'Breaking',
  added: 'Added',
  changed: 'Changed',
  fixed: 'Fixed',
  removed: 'Removed',
} as const;

/** What one change means to users: a file `changes/<slug>.<kind>.md`. */
export interface Fragment {
  /** Name of the change, in kebab-case. */
  readonly slug: string;

  /** What the change is. */
  readonly kind: keyof typeof KINDS;

  /** Paragraphs in Markdown. */
  readonly text: string;
}

/** Texts of the fragments below `root`, by name. */
export function readFragments(root: string): ReadonlyMap<string, string> {
  const names = readdirSync(join(root, 'changes')).filter((name) => name !== 'README.md');
  return new Map(names.sort().map((name) => [name, readFileSync(join(root, 'changes', name), 'utf8')]));
}

/** The fragments in files, by name; each file must be without {@link fragmentMistakes}. */
export function parseFragments(files: ReadonlyMap<string, string>): Fragment[] {
  return [...files].map(([name, text]) => {
    const [slug = '', kind] = name.split('.');
    return { slug, kind: kind as Fragment['kind'], text: text.trim() };
  });
}

/** One line per mistake in files of the folder `changes`, by name. */
export function fragmentMistakes(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([name, text]) =>
    [...nameMistakes(name), ...textMistakes(name, text.trim())].map((mistake) => `[changes/${name}] ${mistake}`),
  );
}

function nameMistakes(name: string): string[] {
  const parts = name.split('.');
  const [slug = '', kind = '', extension] = parts;
  if (parts.length !== 3 || extension !== 'md') {
    return [`must be named <slug>.<kind>.md, with no other dot, got ${JSON.stringify(name)}; rename it`];
  }
  const mistakes: string[] = [];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
    mistakes.push(`the slug must be in kebab-case, got ${JSON.stringify(slug)}; rename it`);
  }
  if (!Object.hasOwn(KINDS, kind)) {
    const kinds = Object.keys(KINDS).join(', ');
    mistakes.push(`the kind must be one of ${kinds}, got ${JSON.stringify(kind)}; rename it`);
  }
  return mistakes;
}

function textMistakes(name: string, text: string): string[] {
  if (text === '') return ['must say what users notice, got nothing; write one or two sentences'];
  const mistakes: string[] = [];
  // It becomes an item of a list, which can hold paragraphs and code.
  const heading = /^(#+|-|\*) .*$/m.exec(text.replaceAll(/^```[\s\S]*?^```/gm, ''))?.[0];
  if (heading !== undefined) {
    mistakes.push(`must be paragraphs, without headings and lists, got ${JSON.stringify(heading)}; write sentences`);
  } else if (!/^[A-Z`].*(\.|```)$/s.test(text)) {
    mistakes.push('must be sentences, from a capital letter to a full stop; write what users notice');
  }
  if (name.endsWith('.breaking.md') && !/\n\n\S/.test(text)) {
    mistakes.push('must say in a second paragraph what to do about a change that breaks; add it after an empty line');
  }
  return mistakes;
}
