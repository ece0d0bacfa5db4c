import type { Command } from 'commander';

import { IMAGES } from '../constructs/core';
import { officialGems } from '../constructs/fluentd';
import { environmentNamed } from '../environments';
import { InputError } from '../review/errors';
import { dockerfile } from './image/dockerfile';
import { neededGems } from './image/needed-gems';

interface ImageOptions {
  readonly baseDigest?: string;
}

/** `efk image`. */
export function registerImage(program: Command): void {
  program
    .command('image')
    .description('print the Dockerfile of an image of Fluentd with the plugins that an environment needs')
    .argument('<environment>', 'a name of environments/')
    .option('--base-digest <digest>', 'digest of the official image; an argument of the build without it')
    .addHelpText(
      'after',
      `
The official image has no plugin for S3, Kafka or Loki, and no client of PostgreSQL; an environment with such an
input or output is refused until its fluentd.image is one that has them. This prints the Dockerfile of one: the official image and the missing gems, each
with all that it depends on at one version. What to write in the environment goes to standard error.

Exit codes: 0 done, also if the official image has everything; 2 an environment that does not exist or is not valid.

Examples:
  npx efk image production > Dockerfile
  docker build --build-arg BASE_DIGEST=sha256:... --tag registry.example.com/logging/fluentd:1 - < Dockerfile`,
    )
    .action(image);
}

async function image(name: string, { baseDigest }: ImageOptions): Promise<void> {
  if (baseDigest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(baseDigest)) {
    throw new InputError(
      `--base-digest must be sha256: and 64 characters of 0-9 and a-f, got '${baseDigest}'; copy it from the registry`,
    );
  }
  const environment = environmentNamed(name);
  const base = IMAGES[environment.version].fluentd;
  const official = officialGems() ?? [];
  const missing = neededGems(environment).filter((gem) => !official.includes(gem));
  if (missing.length === 0) {
    console.error(`${name} needs no image of its own: ${base} has every plugin`);
    return;
  }
  // Loaded when it is needed: the lock files are long.
  const { furtherGems } = await import('../local/fluentd/gems/further-gems');
  process.stdout.write(dockerfile({ base, digest: baseDigest, gems: furtherGems(missing) }));
  console.error(`when it is built and pushed, write in environments/${name}.ts, with its repository and tag or digest:

  fluentd: {
    image: {
      repository: 'logging/fluentd',
      tag: '1',
      plugins: [
${[...official, ...missing].map((gem) => `        '${gem}',`).join('\n')}
      ],
    },
  }`);
}
