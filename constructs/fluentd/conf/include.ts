import type { ParsedDirective } from './directive';

/** A file of a configuration that was read, or why it cannot be. */
export type ReadFile = (path: string) => readonly ParsedDirective[] | undefined;

/**
 * A configuration with the files that it includes, as far as they are there. Each directive says its `file`; what is
 * included from elsewhere stays an `@include`.
 *
 * @param file path of the first file
 * @param paths of all files that are there
 * @param read reads one of them; without an answer it is not followed
 */
export function withIncludes(file: string, paths: readonly string[], read: ReadFile): ParsedDirective[] {
  return withIncludesIn([file], paths, read);
}

/** @param around files from the first one to the one that is read, which a ring must not read again */
function withIncludesIn(around: readonly string[], paths: readonly string[], read: ReadFile): ParsedDirective[] {
  const file = around.at(-1) ?? '';
  const place = (directives: readonly ParsedDirective[]): ParsedDirective[] =>
    directives.flatMap((directive) => {
      const { name, argument } = directive;
      if (name !== '@include') return [{ ...directive, file, children: place(directive.children) }];
      const found = typeof argument === 'string' ? pathsOf(argument, file, paths) : [];
      if (found.length === 0) return [{ ...directive, file }];
      const others = found.filter((path) => !around.includes(path));
      return others.flatMap((path) => withIncludesIn([...around, path], paths, read));
    });
  return place(read(file) ?? []);
}

/** The files that an include means: a path from the file that has it, in which a star is any name. */
function pathsOf(included: string, from: string, paths: readonly string[]): string[] {
  const absolute = included.startsWith('/') ? included : `${from.replace(/[^/]*$/, '')}${included}`;
  const pattern = absolute
    .replace(/\/\.\//g, '/')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '[^/]*');
  return paths.filter((path) => new RegExp(`^${pattern}$`).test(path)).sort();
}
