import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { majorVersion, type StackVersion } from '../../constructs/core';

const SOURCES = join(__dirname, 'java/standin');

/** Where the plugin goes, and what it is compiled with. */
export interface StandInTarget {
  /** Version of Elasticsearch. */
  readonly version: StackVersion;

  /** Directory of the distribution. */
  readonly home: string;

  /** Directory of the JDK. */
  readonly javaHome: string;

  /** Directory for what is compiled. */
  readonly work: string;
}

/** Compiles the plugin that stands in for missing modules, and puts it among those of the distribution. */
export function addStandIn({ version, home, javaHome, work }: StandInTarget): void {
  const className = `StandIn${majorVersion(version)}`;
  const classes = join(work, 'stand-in');
  const module = join(home, 'modules/stand-in');
  const java = version === '9.5.0' ? '21' : '17';
  const sources = ['StandIn', className].map((name) => join(SOURCES, `${name}.java`));
  for (const directory of [join(classes, 'META-INF/services'), module]) mkdirSync(directory, { recursive: true });

  execFileSync(join(javaHome, 'bin/javac'), ['--release', java, '-cp', join(home, 'lib/*'), '-d', classes, ...sources]);
  writeFileSync(
    join(classes, 'META-INF/services/org.elasticsearch.features.FeatureSpecification'),
    'standin.StandIn$Features\n',
  );
  execFileSync(join(javaHome, 'bin/jar'), ['cf', join(module, 'stand-in.jar'), '-C', classes, '.']);
  const descriptor = {
    name: 'stand-in',
    description: 'For modules that the distribution lacks',
    version,
    'elasticsearch.version': version,
    'java.version': java,
    classname: `standin.${className}`,
  };
  const lines = Object.entries(descriptor).map((property) => `${property.join('=')}\n`);
  writeFileSync(join(module, 'plugin-descriptor.properties'), lines.join(''));
}
