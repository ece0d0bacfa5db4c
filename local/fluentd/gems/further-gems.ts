import { readLock } from '../gems';
import { FURTHER_GEM_FILES } from './further/files.generated';

/** A gem at its version. */
export interface PinnedGem {
  /** Its name. */
  readonly name: string;

  /** Its version. */
  readonly version: string;
}

/** What an image must get so that it has further gems. */
export interface FurtherGems {
  /** Gems that are installed, with all that they depend on and the image lacks. */
  readonly added: readonly PinnedGem[];

  /** Gems of the image that are removed, since another version of them is installed. */
  readonly removed: readonly PinnedGem[];
}

/** Names of gems that the official image lacks and whose versions are known. */
export function furtherGemNames(): string[] {
  const image = readLock();
  return readLock(FURTHER_GEM_FILES)
    .ofImage.filter((name) => !image.versions.has(name))
    .sort();
}

/**
 * What the official image must get so that it has `names` as well, at the versions with which tests run. A gem of the image
 * stays as it is, unless one of the others does not take its version.
 *
 * @throws RangeError if the versions of one of them are not known
 */
export function furtherGems(names: readonly string[]): FurtherGems {
  const image = readLock();
  const further = readLock(FURTHER_GEM_FILES);
  const wanted = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (wanted.has(name)) continue;
    if (!further.versions.has(name)) throw new RangeError(`the version of ${name} must be known`);
    wanted.add(name);
    for (const { name: needed, bounds } of dependenciesOf(name)) {
      const there = image.versions.get(needed);
      if (there === undefined || !bounds.every((bound) => takes(bound, there))) waiting.push(needed);
    }
  }
  const added = [...wanted].sort().map((name) => ({ name, version: further.versions.get(name) ?? '' }));
  return {
    added,
    removed: added.flatMap(({ name }) => {
      const version = image.versions.get(name);
      return version === undefined ? [] : [{ name, version }];
    }),
  };
}

interface Dependency {
  readonly name: string;

  /** E.g. `~> 3.1`. */
  readonly bounds: readonly string[];
}

/** What a gem depends on, as the lock file says. */
function dependenciesOf(gem: string): Dependency[] {
  const { 'Gemfile.lock': lock = '' } = FURTHER_GEM_FILES;
  const lines = lock.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`    ${gem} (`));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('      '));
  return lines.slice(start + 1, end).map((line) => {
    const [, name = '', bounds] = /^ +(\S+)(?: \((.*)\))?$/.exec(line) ?? [];
    return { name, bounds: bounds?.split(', ') ?? [] };
  });
}

/** Whether a bound of RubyGems takes a version; `~> 3.1` takes what is 3.1 or more and below 4. */
function takes(bound: string, version: string): boolean {
  const [operator = '', limit = ''] = bound.split(' ');
  const least = compare(version, limit);
  if (operator === '<') return least < 0;
  if (operator === '=') return least === 0;
  const kept = limit.split('.').slice(0, Math.max(1, limit.split('.').length - 1));
  return least >= 0 && (operator !== '~>' || `${version}.`.startsWith(`${kept.join('.')}.`));
}

function compare(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  const length = Math.max(a?.length ?? 0, b?.length ?? 0);
  const differences = Array.from({ length }, (_, index) => (a?.[index] ?? 0) - (b?.[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
