import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Cache } from '../../../local/cache';
import { GEM_FILES } from '../../../local/fluentd/gems/files.generated';
import type { Place } from '../../../local/fluentd/place';
import type { Context } from '../../../local/fluentd/ways/context';
import { temporaryFolder } from '../../temporary-folder';

/** A Linux on which nothing is installed, whose user is not root, and which reaches every host. */
export function machine(changes: Partial<Context> = {}) {
  const lines: string[] = [];
  const PATH = temporaryFolder();
  const system = temporaryFolder();
  const context: Context = {
    environment: { PATH },
    cache: new Cache(temporaryFolder()),
    report: (line) => lines.push(line),
    testGems: false,
    gemFiles: GEM_FILES,
    image: 'example/fluentd:1',
    platform: 'linux',
    isRoot: false,
    system,
    unreachable: async () => undefined,
    ...changes,
  };
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(system, path)), { recursive: true });
    writeFileSync(join(system, path), text);
  };
  return { context, lines, PATH, write };
}

/** A place in which nothing is ever run. */
export function place(description: string): Place {
  const never = () => {
    throw new Error('not to be run');
  };
  return { description, command: never, launch: never };
}
