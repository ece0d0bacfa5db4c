import { createHash } from 'node:crypto';
import { GEM_FILES } from './gems/files.generated';

/** `Gemfile` and `Gemfile.lock`: the gems of Fluentd's image, and in the group `test` what tests need besides. */
export type GemFiles = Readonly<Record<string, string>>;

/** The image that has these gems: the default one of the package. */
export const IMAGE = 'fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-elasticsearch9-1.1';

/** Oldest Ruby on which the gems run. */
export const MINIMUM_RUBY = '3.2.0';

/** What the lock file says of the gems. */
export interface Lock {
  /** Version of every gem, also of those that others depend on. */
  readonly versions: ReadonlyMap<string, string>;

  /** Gems that the `Gemfile` names and the image has, Fluentd's plugins among them. */
  readonly ofImage: readonly string[];

  /** Gems that the `Gemfile` names and only tests need. */
  readonly ofTests: readonly string[];

  /** Address of the registry. */
  readonly registry: string;
}

/** Reads the lock file. */
export function readLock(files: GemFiles = GEM_FILES): Lock {
  const { Gemfile = '', 'Gemfile.lock': lock = '' } = files;
  const [image = '', tests = ''] = Gemfile.split('group :test do');
  const versions = new Map<string, string>();
  for (const [, name = '', version = ''] of lock.matchAll(/^ {4}(\S+) \((\d[^)-]*)\)$/gm)) versions.set(name, version);
  const named = (text: string) => [...text.matchAll(/^\s*gem '([^']+)'/gm)].map(([, name = '']) => name);
  return {
    versions,
    ofImage: named(image),
    ofTests: named(tests),
    registry: /^ {2}remote: (\S+)$/m.exec(lock)?.[1] ?? '',
  };
}

/** A short text that differs when the gems do, or `place`, which says on what they are installed. */
export function keyOf(place: readonly string[], files: GemFiles = GEM_FILES): string {
  const hash = createHash('sha256').update(JSON.stringify(place));
  for (const text of Object.values(files)) hash.update(text);
  return hash.digest('hex').slice(0, 12);
}
