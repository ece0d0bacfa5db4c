import { type Command, Option } from 'commander';

import { DEFAULT_STACK_VERSION, few, IMAGES, STACK_VERSIONS, type StackVersion } from '../constructs/core';
import { officialGems } from '../constructs/fluentd';
import { furtherGemNames, furtherGems } from '../local/fluentd/gems/further-gems';
import { InputError } from '../review/errors';
import { dockerfile } from './image/dockerfile';

interface ImageOptions {
  readonly gem?: readonly string[];
  readonly elasticsearch: StackVersion;
  readonly baseDigest?: string;
}

/** An image that is needed. */
export interface NeededImage {
  /** Version of the stack, which decides on the base. */
  readonly version: StackVersion;

  /** Gems that it must have besides Fluentd itself. */
  readonly gems: readonly string[];

  /** Where to write that it is there, to be read after `write in `. */
  readonly place: string;

  /** The keys around `image` in that place. */
  readonly around: readonly string[];
}

/** What `efk image` of environments takes besides gems. */
export interface EnvironmentImages {
  /** The image that an environment needs, by its name. */
  of(name: string): NeededImage;
}

/**
 * `efk image`.
 *
 * @param environments what environments need. @default - only gems can be named
 */
export function registerImage(program: Command, environments?: EnvironmentImages): void {
  const command = program.command('image').description('print the Dockerfile of an image of Fluentd with further gems');
  if (environments) command.argument('[environment]', 'a name of environments/, whose inputs and outputs say the gems');
  command
    .addOption(
      new Option('--gem <gem>', 'gem that the image must have; may be repeated').argParser(
        (gem: string, gems: readonly string[] = []) => [...gems, gem],
      ),
    )
    .addOption(
      new Option('--elasticsearch <version>', 'Elasticsearch whose client the image has, with --gem')
        .choices(STACK_VERSIONS)
        .default(DEFAULT_STACK_VERSION),
    )
    .option('--base-digest <digest>', 'digest of the official image; an argument of the build without it')
    .addHelpText(
      'after',
      `
The official image lacks the gems that some inputs and outputs need; a collector with one of them is refused until its image
is said to have them. This prints the Dockerfile of one: the official image and the missing gems, each with all that it
depends on at one version. What to write in TypeScript goes to standard error.

Gems: ${furtherGemNames().join(', ')}

Exit codes: 0 done, also if the official image has everything; 2 a gem or environment that does not exist or is not valid.

Examples:
${environments ? '  efk image production > Dockerfile\n' : ''}\
  efk image --gem fluent-plugin-s3 > Dockerfile
  docker build --build-arg BASE_DIGEST=sha256:... --tag registry.example.com/logging/fluentd:1 - < Dockerfile`,
    );
  if (environments) {
    command.action((name: string | undefined, options: ImageOptions) => {
      if ((name === undefined) === (options.gem === undefined)) {
        throw new InputError('[environment] must be given, or --gem, and not both; write one of them');
      }
      image(name === undefined ? ofGems(options) : environments.of(name), options);
    });
  } else {
    command.action((options: ImageOptions) => image(ofGems(options), options));
  }
}

/** An image of gems that are named. */
function ofGems({ gem: gems = [], elasticsearch: version }: ImageOptions): NeededImage {
  const known = furtherGemNames();
  if (gems.length === 0) throw new InputError(`--gem must be given (${few(known)}); name what the image must have`);
  for (const gem of gems) {
    if (known.includes(gem)) continue;
    throw new InputError(
      `--gem must be one whose version is known (${known.join(', ')}), got '${gem}'; choose one, or build its image yourself`,
    );
  }
  return { version, gems, place: 'the props of the collector', around: [] };
}

function image({ version, gems, place, around }: NeededImage, { baseDigest }: ImageOptions): void {
  if (baseDigest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(baseDigest)) {
    throw new InputError(
      `--base-digest must be sha256: and 64 characters of 0-9 and a-f, got '${baseDigest}'; copy it from the registry`,
    );
  }
  const base = IMAGES[version].fluentd;
  const official = officialGems() ?? [];
  const missing = gems.filter((gem) => !official.includes(gem));
  if (missing.length === 0) {
    console.error(`no image is needed: ${base} has every gem`);
    return;
  }
  process.stdout.write(dockerfile({ base, digest: baseDigest, gems: furtherGems(missing) }));
  const plugins = [...new Set([...official, ...missing])].map((gem) => `  '${gem}',`);
  console.error(
    `when it is built and pushed, write in ${place}, with its repository and tag or digest:\n\n${nested(around, [
      'image: {',
      ...["repository: 'logging/fluentd',", "tag: '1',", 'plugins: [', ...plugins, '],'].map((line) => `  ${line}`),
      '},',
    ])
      .map((line) => `  ${line}`)
      .join('\n')}`,
  );
}

/** Lines as a value of keys, the outermost first. */
function nested(keys: readonly string[], lines: readonly string[]): readonly string[] {
  return keys.reduceRight<readonly string[]>(
    (inner, key) => [`${key}: {`, ...inner.map((line) => `  ${line}`), '},'],
    lines,
  );
}
