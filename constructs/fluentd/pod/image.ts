import {
  DEFAULT_STACK_VERSION,
  IMAGES,
  type Mistake,
  majorVersion,
  mistakeIn,
  type NameRule,
  STACK_VERSIONS,
  type StackVersion,
  shown,
} from '../../core';

/** Where the image of Fluentd comes from, or an image of your own; the words are those of most Helm charts. */
export interface FluentdImage {
  /**
   * Registry that has the image, with a path in it if there is one, e.g. `registry.example.com/docker-hub`.
   *
   * @default - Docker Hub
   */
  readonly registry?: string;

  /**
   * Repository of an image of your own, e.g. `logging/fluentd`. It needs Ruby 3.2 or newer, Fluentd 1.19, `tini`, a shell
   * and the gems that the configuration uses; `plugins` names them.
   *
   * @default - the official image of the version
   */
  readonly repository?: string;

  /**
   * Tag of the image of your own.
   *
   * @default - none, with `digest`
   */
  readonly tag?: string;

  /**
   * Digest of the image, so that a tag that moves changes nothing.
   *
   * @default - none
   */
  readonly digest?: string;

  /**
   * Gems with Fluentd plugins that the image of your own has, e.g. `fluent-plugin-prometheus`. A configuration with a
   * plugin of another gem is refused.
   *
   * @default - those of the official image
   */
  readonly plugins?: readonly string[];
}

const RULES: Readonly<Record<Exclude<keyof FluentdImage, 'plugins'>, NameRule & { readonly example: string }>> = {
  registry: {
    pattern: /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/,
    bound: 'a registry without a scheme (host, port and path, in lower case)',
    example: 'registry.example.com/docker-hub',
  },
  repository: {
    pattern: /^[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/,
    bound: 'a repository without registry and tag (a-z, 0-9, ., _, - and /)',
    example: 'logging/fluentd',
  },
  tag: {
    pattern: /^(?!latest$)\w[\w.-]{0,127}$/,
    bound: 'a tag that does not move (letters, digits, ., _ and -, at most 128 characters, not latest)',
    example: '1.4.2',
  },
  digest: {
    pattern: /^sha256:[0-9a-f]{64}$/,
    bound: 'a digest (sha256: and 64 characters of 0-9 and a-f)',
    example: `sha256:${'0'.repeat(64)}`,
  },
};

const GEM = /^[A-Za-z0-9][\w.-]*$/;

/** The newest supported version of the stack for a server of a major version. */
export function newestVersion(serverMajor: number): StackVersion {
  return STACK_VERSIONS.find((known) => majorVersion(known) === serverMajor) ?? DEFAULT_STACK_VERSION;
}

/** The image of the container. */
export function imageName(version: StackVersion, image: FluentdImage = {}): string {
  const [officialRepository = '', officialTag] = IMAGES[version].fluentd.split(':');
  const { registry, repository = officialRepository, digest } = image;
  const tag = image.repository === undefined ? officialTag : image.tag;
  return [registry, `${repository}${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`].filter(Boolean).join('/');
}

/** What is wrong with an image, below the prop `image`. */
export function imageMistakes(image: FluentdImage = {}): Mistake[] {
  const { repository, tag, digest, plugins } = image;
  const isOwn = repository !== undefined;
  const alone = (['tag', 'plugins'] as const).filter((key) => !isOwn && image[key] !== undefined);
  return [
    ...Object.entries(RULES).flatMap(([key, { pattern, bound, example }]) => {
      const value = image[key as keyof typeof RULES];
      return mistakeIn([key], value === undefined || pattern.test(value), bound, value, `write for example ${example}`);
    }),
    ...alone.map((key) => ({
      path: [key],
      message: `must come with repository, since the official image has its own, got ${shown(image[key])}; name the repository of an image of your own or remove it`,
    })),
    ...(isOwn && tag === undefined && digest === undefined
      ? [{ path: ['tag'], message: 'must be given with repository, or a digest, got nothing; add one of them' }]
      : []),
    ...(isOwn && plugins === undefined
      ? [
          {
            path: ['plugins'],
            message:
              'must be given with repository, since the configuration is checked against it, got nothing; list the gems of the image, for example fluent-plugin-prometheus',
          },
        ]
      : []),
    ...(plugins ?? []).flatMap((gem, index) =>
      mistakeIn(
        ['plugins', index],
        GEM.test(gem),
        'the name of a gem',
        gem,
        'write for example fluent-plugin-prometheus',
      ),
    ),
  ].map(({ path, message }) => ({ path: ['image', ...path], message }));
}
