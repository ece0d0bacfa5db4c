import type { Plugin } from 'vite';
import { findFluentd, missingFluentd } from '../local/fluentd';
import { findPrometheus, missingPrometheus } from '../local/prometheus';
import { ensureTools } from '../local/toolchain';
import { missingTools } from '../local/toolchain/available';
import { missingForElasticsearch } from './live/availability';

/** Tests that run a real component, which cannot be had on every machine. */
export interface Suite {
  /** What is tested, for people. */
  readonly title: string;

  /** Folder of its tests. */
  readonly folder: string;

  /**
   * What is missing to get the component on this machine, to be read after `it needs`; undefined where it can be had. A suite
   * whose component can be had is run, and fails if it is not got.
   */
  readonly missing: (environment: NodeJS.ProcessEnv) => Promise<string | undefined>;

  /** Gets the component, so that the time this takes is not that of a test. @default - the tests get it */
  readonly prepare?: (report: (line: string) => void) => Promise<unknown>;
}

/** Suites by the name of their project in `vitest.config.ts`. */
export const suites = {
  e2e: {
    title: 'the suite with a cluster',
    folder: 'test/e2e',
    missing: (environment) => missingTools(undefined, { environment }),
    prepare: (report) => ensureTools(undefined, { report }),
  },
  fluentd: {
    title: 'the suite with the real Fluentd',
    folder: 'test/fluentd',
    missing: (environment) => missingFluentd({ environment }),
    prepare: async (report) => {
      await findFluentd({ report });
      // With what tests of our plugins need, which the image does not have.
      if ((await missingFluentd({ testGems: true })) === undefined) await findFluentd({ report, testGems: true });
    },
  },
  prometheus: {
    title: 'the suite with the real Prometheus',
    folder: 'test/monitoring',
    missing: (environment) => missingPrometheus({ environment }),
    prepare: (report) => findPrometheus({ report }),
  },
  live: {
    title: 'the suite with real Elasticsearch',
    folder: 'test/live',
    missing: missingForElasticsearch,
  },
} satisfies Record<string, Suite>;

/** The one line that says why a suite is not run on this machine; undefined where it is run. */
export async function notRunHere(
  { title, folder, missing }: Suite,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
  const reason = await missing(environment);
  return reason === undefined ? undefined : `not run here: ${title} (${folder}), it needs ${reason}`;
}

/** Leaves a project of vitest without tests where its component cannot be had, and says so. Asked only when the project is to run. */
export function onlyWhereItCanBeHad(suite: Suite): Plugin {
  return {
    name: 'efk:only-where-it-can-be-had',
    async configureVitest({ project, vitest }) {
      const line = await notRunHere(suite);
      if (line === undefined) return;
      vitest.logger.warn(line);
      project.config.include = [];
    },
  };
}
