import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { StackVersion } from '../../constructs/core';
import { addStandIn } from './stand-in';

/** Elasticsearch refuses to run as root. */
export const UNPRIVILEGED = 1000;

/** Releases of Java that a version of Elasticsearch runs on, the best first. */
const JAVA: Readonly<Record<StackVersion, readonly number[]>> = { '9.5.0': [25, 24, 21], '8.19.8': [17, 21] };

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
 * @returns the distribution, or `undefined` after saying loudly why there is none
 * @throws Error in continuous integration, if Maven Central is reachable and something else is missing
 */
export function getDistribution(version: StackVersion): Distribution | undefined {
  const java = javaHome(version);
  const missing = [
    ...['mvn', 'unzip'].filter((command) => !succeeds('which', [command])),
    ...(java ? [] : [`a JDK ${JAVA[version].join(' or ')} (ES_JAVA_HOME)`]),
  ];
  if (missing.length > 0 || !java) return unavailable(version, missing.join(', '));

  const work = mkdtempSync(join(tmpdir(), `elasticsearch-${version}-`));
  chmodSync(work, 0o755);
  const artifact = `org.elasticsearch.distribution.integ-test-zip:elasticsearch:${version}:zip`;
  const copy = ['-q', '-B', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${work}`];
  if (!succeeds('mvn', copy)) return unavailable(version, `the artifact ${artifact}`);
  execFileSync('unzip', ['-q', '-o', join(work, `elasticsearch-${version}.zip`), '-d', work]);
  const home = join(work, `elasticsearch-${version}`);
  const distribution = { version, home, javaHome: java, work };
  addStandIn(distribution);
  // Its start-up scripts write a log of garbage collection there.
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', `${UNPRIVILEGED}:${UNPRIVILEGED}`, home]);
  return distribution;
}

function unavailable(version: string, what: string): undefined {
  const message = `REAL ELASTICSEARCH ${version} DID NOT RUN: it needs ${what}`;
  if (process.env.CI && mavenAnswers()) throw new Error(`${message}, which can be had, since Maven answers`);
  console.warn(message);
  return undefined;
}

/** Whether Maven reaches its repository, whichever it is configured to use: it gets a small artifact that is surely there. */
function mavenAnswers(): boolean {
  const artifact = '-Dartifact=junit:junit:4.13.2:pom';
  return succeeds('mvn', ['--batch-mode', '--quiet', 'dependency:get', '-Dtransitive=false', artifact]);
}

/** Directory of a Java that runs `version`, from `ES_JAVA_HOME` or where Linux distributions put it. */
function javaHome(version: StackVersion): string | undefined {
  const root = '/usr/lib/jvm';
  const installed = existsSync(root)
    ? readdirSync(root).filter((name) => existsSync(join(root, name, 'bin/javac')))
    : [];
  const fitting = JAVA[version].flatMap((release) =>
    installed.filter((name) => new RegExp(`-${release}(-|$)`).test(name)).map((name) => join(root, name)),
  );
  return (version === '9.5.0' ? process.env.ES_JAVA_HOME : process.env.ES_JAVA_HOME_8) ?? fitting[0];
}

function succeeds(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
