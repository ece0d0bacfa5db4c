import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { STACK_VERSIONS, type StackVersion } from '../../constructs/core';
import { onPath } from '../../local/toolchain/find';

/** Releases of Java that a version of Elasticsearch runs on, the best first. */
const JAVA: Readonly<Record<StackVersion, readonly number[]>> = { '9.5.0': [25, 24, 21], '8.19.8': [17, 21] };

/** Longest time that Maven may take to say whether it reaches its repository. In seconds. */
const PATIENCE = 120;

/**
 * Why real Elasticsearch cannot be had on this machine. It can be had where its programs are installed and Maven reaches its
 * repository. In continuous integration the second is enough, so that a lost Java does not go unnoticed.
 *
 * @returns what is missing, to be read after `it needs`; undefined if it can be had
 */
export async function missingForElasticsearch(environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  const missing = missingPrograms(environment);
  const hopeless = missing.includes('mvn') || (missing.length > 0 && !environment.CI);
  if (hopeless) return missing.join(', ');
  const refusal = await refusalOfMaven(environment);
  return refusal === undefined ? undefined : [...missing, `a repository that Maven reaches (${refusal})`].join(', ');
}

/** Programs without which Elasticsearch can be neither unpacked nor started. */
export function missingPrograms(environment: NodeJS.ProcessEnv): string[] {
  return [
    ...['mvn', 'unzip'].filter((program) => onPath(program, environment) === undefined),
    ...STACK_VERSIONS.filter((version) => javaHome(version, environment) === undefined).map(
      (version) => `a JDK ${JAVA[version].join(' or ')} for ${version} (${variable(version)})`,
    ),
  ];
}

/** Directory of a Java that runs `version`, from `ES_JAVA_HOME` or where Linux distributions put it. */
export function javaHome(version: StackVersion, environment: NodeJS.ProcessEnv): string | undefined {
  const root = '/usr/lib/jvm';
  const installed = existsSync(root)
    ? readdirSync(root).filter((name) => existsSync(join(root, name, 'bin/javac')))
    : [];
  const fitting = JAVA[version].flatMap((release) =>
    installed.filter((name) => new RegExp(`-${release}(-|$)`).test(name)).map((name) => join(root, name)),
  );
  return environment[variable(version)] ?? fitting[0];
}

function variable(version: StackVersion): string {
  return version === '9.5.0' ? 'ES_JAVA_HOME' : 'ES_JAVA_HOME_8';
}

/** Why Maven does not reach its repository, whichever it is configured to use: it gets a small artifact that is surely there. */
async function refusalOfMaven(environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  const options = ['-Dstyle.color=never', '-Dartifact=junit:junit:4.13.2:pom'];
  const get = ['--batch-mode', '--quiet', '--update-snapshots', 'dependency:get', '-Dtransitive=false'];
  try {
    await promisify(execFile)('mvn', [...get, ...options], { env: environment, timeout: PATIENCE * 1000 });
    return undefined;
  } catch (error) {
    const { killed, stdout } = error as { killed?: boolean; stdout?: string };
    if (killed) return `no answer within ${PATIENCE} s`;
    return /\[ERROR\] (.+?)( -> |$)/m.exec(stdout ?? '')?.[1] ?? 'it does not say why not';
  }
}
