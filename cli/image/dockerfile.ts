import type { FurtherGems, PinnedGem } from '../../local/fluentd/gems/further-gems';

/** What the image is made of. */
export interface DockerfileProps {
  /** The official image, with its tag. */
  readonly base: string;

  /** Its digest; an argument of the build without it. */
  readonly digest?: string;

  /** What it gets. */
  readonly gems: FurtherGems;
}

/** Packages that gems are compiled with, besides a compiler. */
const LIBRARIES: Readonly<Record<string, string>> = { trilogy: 'libssl-dev' };

/**
 * The Dockerfile of an image that has further gems: each at one version, with all that it depends on, and nothing that
 * they were compiled with.
 */
export function dockerfile({ base, digest, gems }: DockerfileProps): string {
  const versions = gems.added.map(pinned);
  const packages = ['build-essential', ...gems.added.flatMap(({ name }) => LIBRARIES[name] ?? [])].join(' ');
  const removals = gems.removed.map(
    ({ name, version }) => `    && gem uninstall --executables --ignore-dependencies ${name} --version ${version} \\`,
  );
  return `${from(base, digest)}
USER root

# Without dependencies: all of them are named, so that the image is the same whenever it is built.
RUN apt-get update \\
    && apt-get install --yes --no-install-recommends ${packages} \\
    && gem install --no-document --ignore-dependencies \\
${versions.map((gem) => `        ${gem} \\`).join('\n')}
${[...removals, ''].join('\n')}    && apt-get purge --yes --auto-remove ${packages} \\
    && rm -rf /var/lib/apt/lists/* ~/.gem "$(gem environment gemdir)"/cache/*.gem
`;
}

function from(base: string, digest: string | undefined): string {
  if (digest) return `FROM ${base}@${digest}`;
  return `# docker buildx imagetools inspect ${base} says it.
ARG BASE_DIGEST
FROM ${base}@\${BASE_DIGEST}`;
}

function pinned({ name, version }: PinnedGem): string {
  return `${name}:${version}`;
}
