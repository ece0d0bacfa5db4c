import { defineEnvironment } from '../environments';
import { dev } from '../environments/dev';
import { manifests } from '../stacks';
import { medianDurations } from './measure';

/** What routes and treatments cost, as many of the ones as of the others. */
export interface ManyTeams {
  /** Number of routes, and of treatments. */
  readonly teams: number;

  /** Median duration of the checks of the environment. */
  readonly checkMilliseconds: number;

  /** Median duration of the checks and the synthesis. */
  readonly milliseconds: number;
}

/** The development environment with a route and a treatment for each of ever more teams: checked, and synthesised. */
export function manyTeams(): ManyTeams[] {
  return [1, 10, 100, 1_000].map((teams) => {
    const check = () => withTeams(teams);
    const [checkMilliseconds = 0, milliseconds = 0] = medianDurations(
      [check, () => manifests(check())],
      teams < 1_000 ? 20 : 5,
      5,
    );
    return { teams, checkMilliseconds, milliseconds };
  });
}

/** Treatments select by names, by globs, and by containers, in turn. */
function withTeams(count: number) {
  const numbers = Array.from({ length: count }, (_, index) => index);
  return defineEnvironment({
    ...dev,
    routes: [
      ...dev.routes,
      ...numbers.map((index) => ({
        name: `team_${index}`,
        namespaces: [`team-${index}`, `team-${index}-*`],
        retention: 'standard',
      })),
    ],
    treatments: numbers.map((index) => ({
      name: `team-${index}`,
      select: [
        { namespaces: [`team-${index}`] },
        { namespaces: [`*-team-${index}`], containers: ['web-*'] },
        { containers: [`team-${index}-?`] },
      ][index % 3],
      level: {},
      redact: [{ pattern: 'email' }],
      drop: [{ reason: 'debug', where: { 'log.level': 'debug' } }],
    })),
  });
}
