import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Waiver, waiverEntries } from './lint';

/** Where the exceptions of a repository stand. */
export const WAIVERS_FILE = 'policy-waivers.yaml';

/**
 * The exceptions of the repository in `folder`, as they are written down: `requirePolicies` tells what is wrong with them
 * together with what they are for.
 *
 * @throws InputError if the file is not valid YAML
 */
export function waiversIn(folder: string): Waiver[] {
  const path = join(folder, WAIVERS_FILE);
  return existsSync(path) ? waiverEntries(readFileSync(path, 'utf8'), WAIVERS_FILE) : [];
}
