import { defineEnvironment } from './define';
import { dev } from './dev';
import { EnvironmentError } from './errors';
import { production } from './production';
import type { Environment, EnvironmentInput } from './schema';
import { staging } from './staging';

export type { NodeSetReport, RouteDemand, TierReport } from '../constructs/elasticsearch';
export { defineEnvironment } from './define';
export { EnvironmentError, isOperatorMistake } from './errors';
export type {
  Environment,
  EnvironmentInput,
  LogInputInput,
  NodeSetInput,
  RetentionInput,
  RouteInput,
  TenantInput,
  TreatmentInput,
} from './schema';
export type { OutputInput } from './sections/outputs';
export { type EnvironmentSizing, environmentSizing } from './sizing';

/** Every environment, in the order in which a change travels. To add one: a file and an entry here. */
const environments: readonly EnvironmentInput[] = [dev, staging, production];

/** Names of the environments, in the order in which a change travels. */
export const environmentNames: readonly string[] = environments.map(({ name }) => name);

/**
 * The environment called `name`, checked and complete.
 *
 * @throws EnvironmentError if there is none of that name or it is not valid
 */
export function environmentNamed(name: string): Environment {
  const input = environments.find((environment) => environment.name === name);
  if (!input) {
    throw new EnvironmentError(
      `environment must be one of ${environmentNames.join(', ')}, got '${name}'; choose one, or add environments/${name}.ts`,
    );
  }
  return defineEnvironment(input);
}
