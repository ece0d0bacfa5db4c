import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from './root';
import { textModule } from './text-module';

const FOLDER = join(ROOT, 'constructs/fluentd/ruby');

/** Our Fluentd plugins, as the ConfigMap gets them: byte for byte. */
export function rubyFiles(): string {
  const names = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.rb'))
    .sort();
  return textModule({
    source: '*.rb',
    comment: 'Our plugins and what they require, by file name; Fluentd finds them in the folder of `--plugin`.',
    name: 'RUBY_FILES',
    texts: Object.fromEntries(names.map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')])),
  });
}
