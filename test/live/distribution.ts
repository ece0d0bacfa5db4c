import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { StackVersion } from '../../constructs/core';
import { javaHome, missingPrograms } from './availability';
import { addStandIn } from './stand-in';

/** Elasticsearch refuses to run as root. */
export const UNPRIVILEGED = 1000;

/** An unpacked distribution, ready to run. */
export interface Distribution {
  /** Version of Elasticsearch. */
  readonly version: StackVersion;

  /** Directory of the distribution. */
  readonly home: string;

  /** Directory of the Java that runs it; the distribution brings none. */
  readonly javaHome: string;

  /** Directory that holds the distribution and has room for the nodes' own. */
  readonly work: string;
}

/**
 * Downloads and unpacks the server with its security module, and without those of data streams, lifecycle management,
 * snapshots and ingest: Elastic publishes this distribution for tests of plugins. What the server itself can do for data
 * streams is opened by a plugin of ours.
 *
 * @throws Error if something it needs is missing: where that may be, the tests of real Elasticsearch are not run
 */
export function getDistribution(version: StackVersion): Distribution {
  const java = javaHome(version, process.env);
  const missing = missingPrograms(process.env);
  if (missing.length > 0 || !java) throw new Error(`Elasticsearch ${version} needs ${missing.join(', ')}`);

  const work = mkdtempSync(join(tmpdir(), `elasticsearch-${version}-`));
  chmodSync(work, 0o755);
  const artifact = `org.elasticsearch.distribution.integ-test-zip:elasticsearch:${version}:zip`;
  const copy = ['-q', '-B', '-U', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${work}`];
  execFileSync('mvn', copy, { stdio: ['ignore', 'inherit', 'inherit'] });
  execFileSync('unzip', ['-q', '-o', join(work, `elasticsearch-${version}.zip`), '-d', work]);
  const home = join(work, `elasticsearch-${version}`);
  const distribution = { version, home, javaHome: java, work };
  addStandIn(distribution);
  // Its start-up scripts write a log of garbage collection there.
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', `${UNPRIVILEGED}:${UNPRIVILEGED}`, home]);
  return distribution;
}
