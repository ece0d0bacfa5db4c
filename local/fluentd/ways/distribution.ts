import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A release of a distribution with a Ruby that is new enough, and where it comes from. */
export interface Release {
  readonly suite: string;
  readonly components: string;
  /** Address of the mirror that this machine gets its own packages from. */
  readonly mirror: string;
}

/** By the id of the distribution that runs here; each mirror has its own only. */
const RELEASES: Readonly<Record<string, Omit<Release, 'mirror'>>> = {
  debian: { suite: 'trixie', components: 'main' },
  ubuntu: { suite: 'noble', components: 'main,universe' },
};

/**
 * The release to install beside the system that runs here.
 *
 * @param system folder of the system's files, `/`
 * @returns what is missing, as text, where there is none
 */
export function releaseFor(system: string): Release | string {
  const description = read(join(system, 'etc/os-release'));
  const value = (name: string) => new RegExp(`^${name}="?([^"\\n]*)`, 'm').exec(description)?.[1] ?? '';
  const release = RELEASES[value('ID')];
  if (!release) return `Debian or Ubuntu, this is ${value('ID') || 'neither'}`;
  const mirror = sources(join(system, 'etc/apt')).find(
    ({ suite, components }) => suite === value('VERSION_CODENAME') && components.includes('main'),
  );
  return mirror ? { ...release, mirror: mirror.uri } : `an apt source of ${value('VERSION_CODENAME')} over http(s)`;
}

interface Source {
  readonly uri: string;
  readonly suite: string;
  readonly components: readonly string[];
}

/** The sources of packages in apt's folder, in both of its formats. */
function sources(apt: string): Source[] {
  const more = join(apt, 'sources.list.d');
  const files = [
    join(apt, 'sources.list'),
    ...(existsSync(more) ? readdirSync(more).sort() : []).map((name) => join(more, name)),
  ];
  return files.flatMap((file) => (file.endsWith('.sources') ? stanzas(read(file)) : lines(read(file))));
}

/** `deb [options] http://host/debian bookworm main` */
function lines(text: string): Source[] {
  const pattern = /^deb\s+(?:\[[^\]]*\]\s+)?(https?:\S+)\s+(\S+)\s+(.*)$/gm;
  return [...text.matchAll(pattern)].map(([, uri = '', suite = '', components = '']) => ({
    uri,
    suite,
    components: words(components),
  }));
}

/** Paragraphs of `URIs:`, `Suites:`, `Components:`. */
function stanzas(text: string): Source[] {
  return text.split(/\n\s*\n/).flatMap((stanza) => {
    const field = (name: string) => words(new RegExp(`^${name}:(.*)$`, 'mi').exec(stanza)?.[1] ?? '');
    if (!field('Types').includes('deb')) return [];
    const uris = field('URIs').filter((uri) => /^https?:/.test(uri));
    return uris.flatMap((uri) => field('Suites').map((suite) => ({ uri, suite, components: field('Components') })));
  });
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

function read(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
