import { readFileSync } from 'node:fs';

import { InputError } from '../../review/errors';

/**
 * The text of a file that an option names; `-` is standard input.
 *
 * @throws InputError if it cannot be read
 */
export function inputFile(option: string, file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch {
    throw new InputError(`[${option}] must be a file that can be read, got '${file}'; correct the path`);
  }
}
