import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { FluentdRuntime } from '../../local/fluentd';
import { ROOT } from '../root';
import { SCHEMA_FOLDER, type Schemas, schemaText } from './schema';

/**
 * What the real Fluentd says of its plugins, and of ours.
 *
 * @throws Error if it cannot load one of them
 */
export async function dumpSchemas(fluentd: FluentdRuntime): Promise<Schemas> {
  const args = ['codegen/fluentd/dump.rb', 'constructs/fluentd/ruby'];
  const { code, stdout, stderr } = await fluentd.run('ruby', args, { cwd: ROOT });
  if (code !== 0) throw new Error(`ruby ${args.join(' ')} ended with exit code ${code}:\n${stderr}`);
  return JSON.parse(stdout) as Schemas;
}

/** Writes a file per gem. */
export function writeSchemas(schemas: Schemas): void {
  for (const [gem, schema] of Object.entries(schemas)) {
    writeFileSync(join(SCHEMA_FOLDER, `${gem}.json`), schemaText(schema));
  }
}
