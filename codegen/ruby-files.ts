import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { ROOT } from './root';
import { textModule } from './text-module';

/** What one file requires of another, by its path. */
const REQUIRED = /^(\s*require_relative ')[\w./]*?(\w+')/gm;

/** Our Fluentd plugins, as the ConfigMap gets them. */
export function rubyFiles(): string {
  return textModule({
    source: '*.rb',
    comment: 'Our plugins and what they require, by file name; Fluentd finds them in the folder of `--plugin`.',
    name: 'RUBY_FILES',
    texts: rubyTexts('constructs/fluentd/ruby'),
  });
}

/** The gems of Fluentd's image, for Bundler. */
export function gemFiles(): string {
  return gemModule('', 'GEM_FILES', 'The gems of the image of Fluentd, as files for Bundler.');
}

/** The gems of an image with further outputs, for Bundler. */
export function furtherGemFiles(): string {
  return gemModule('further', 'FURTHER_GEM_FILES', 'The gems of an image with further outputs, as files for Bundler.');
}

function gemModule(folder: string, name: string, comment: string): string {
  const files = ['Gemfile', 'Gemfile.lock'];
  return textModule({
    source: files.join(' and '),
    comment,
    name,
    texts: Object.fromEntries(
      files.map((file) => [file, readFileSync(join(ROOT, 'local/fluentd/gems', folder, file), 'utf8')]),
    ),
  });
}

/** The plugin that a trial puts between the others. */
export function tapFiles(): string {
  return textModule({
    source: '*.rb',
    comment: 'The plugin that writes down what passes, by file name.',
    name: 'TAP_FILES',
    texts: rubyTexts('trial/tap'),
  });
}

/**
 * Ruby files as a ConfigMap gets them. It has no folders, so all files are beside each other there.
 *
 * @throws Error if two files have the same name
 */
function rubyTexts(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.rb'))
    .sort((a, b) => (basename(a) < basename(b) ? -1 : 1));
  const texts = Object.fromEntries(paths.map((path) => [basename(path), besideOthers(join(ROOT, folder, path))]));
  if (Object.keys(texts).length < paths.length)
    throw new Error(`names of files must be unique, got ${paths.join(', ')}`);
  return texts;
}

function besideOthers(file: string): string {
  return readFileSync(file, 'utf8').replace(REQUIRED, '$1$2');
}
