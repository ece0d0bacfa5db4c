import { RUBY_FILES } from './files.generated';

const REQUIRED = /^\s*require_relative '(\w+)'/gm;

/**
 * Text by file name of our Ruby files of these names, and of all that they require: a pod has what its configuration uses.
 *
 * @throws RangeError if there is no such file
 */
export function rubyFiles(...names: readonly string[]): Record<string, string> {
  const found = new Map<string, string>();
  const wanted = names.map((name) => `${name}.rb`);
  for (let file = wanted.pop(); file !== undefined; file = wanted.pop()) {
    if (found.has(file)) continue;
    const text = RUBY_FILES[file];
    if (text === undefined) throw new RangeError(`there must be a Ruby file ${file}`);
    found.set(file, text);
    for (const [, name] of text.matchAll(REQUIRED)) wanted.push(`${name}.rb`);
  }
  return Object.fromEntries(found);
}
