import type { Command } from 'commander';

import { environmentNamed } from '../../environments';
import { registerImage } from '../image';
import { neededGems } from './needed-gems';

/** `efk image` in a repository with environments: they say which gems they need. */
export function registerImageOfEnvironments(program: Command): void {
  registerImage(program, {
    of: (name) => {
      const environment = environmentNamed(name);
      return {
        version: environment.version,
        gems: neededGems(environment),
        place: `environments/${name}.ts`,
        around: ['fluentd'],
      };
    },
  });
}
