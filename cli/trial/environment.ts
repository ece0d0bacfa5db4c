import type { Command } from 'commander';
import { environmentNamed } from '../../environments';
import { collectorOfEnvironment } from '../../trial/of-constructs';
import { registerTry } from '../try';

/** `efk try` in a repository with environments: it tries what they say now, whether their manifests are written or not. */
export function registerTryOfEnvironments(program: Command): void {
  registerTry(program, (name) => collectorOfEnvironment(environmentNamed(name)));
}
