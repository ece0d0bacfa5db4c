import { type Mistake, placeOf } from '../constructs/core';
import { EnvironmentError } from './errors';
import { relationMistakes } from './relations';
import { type Environment, type EnvironmentInput, environmentSchema } from './schema';
import { expandTenants, tenantMistakes } from './tenants';
import { onePerKey } from './values';

/**
 * Checks `input` and fills in the defaults.
 *
 * @throws EnvironmentError that lists every mistake at once, also those between values
 */
export function defineEnvironment(input: EnvironmentInput): Environment {
  const result = environmentSchema.safeParse(input, { reportInput: true });
  const expansion = expandTenants(input ?? {});
  // Relations are checked on what is well formed, so that one misspelt key does not hide a cluster that cannot elect.
  const mistakes: Mistake[] = [
    ...(result.error?.issues ?? []).flatMap(onePerKey),
    ...tenantMistakes(input ?? {}),
    ...relationMistakes(expansion),
  ];
  if (!result.success || mistakes.length > 0) {
    // Escaped, since it opens every line.
    const name = typeof input?.name === 'string' ? JSON.stringify(input.name).slice(1, -1) : 'unnamed';
    throw new EnvironmentError(
      `environment '${name}' is not valid (${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}):`,
      mistakes.map(({ path, message }) => `[${placeOf([name, ...path])}] ${message}`),
    );
  }
  return input.tenants ? environmentSchema.parse(expansion.environment) : result.data;
}
