import { expect, test } from 'vitest';
import { releaseFor } from '../../../../local/fluentd/ways/distribution';
import { machine } from '../fixtures';

/** What is to be installed on a machine with these files. */
function release(osRelease: string, sources: Readonly<Record<string, string>>) {
  const { context, write } = machine();
  write('etc/os-release', osRelease);
  for (const [path, text] of Object.entries(sources)) write(`etc/apt/${path}`, text);
  return releaseFor(context.system);
}

const BOOKWORM = 'ID=debian\nVERSION_CODENAME=bookworm\n';
const trixie = { suite: 'trixie', components: 'main', mirror: 'http://mirror.example/debian' };

test('the mirror is the one of the machine, among the sources of other programs', () => {
  const others = 'Types: deb\nURIs: https://other.example\nSuites: nodistro\nComponents: main\n';
  const own = `# a comment
Types: deb deb-src
URIs: cdrom:disk http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main

Types: deb
URIs: http://mirror.example/debian-security
Suites: bookworm-security
Components: main
`;
  expect(release(BOOKWORM, { 'sources.list.d/a.sources': others, 'sources.list.d/debian.sources': own })).toEqual(
    trixie,
  );
});

test('the older format says the same', () => {
  const own = `deb-src http://mirror.example/source bookworm main
# deb http://mirror.example/comment bookworm main
deb http://mirror.example/security bookworm-security main
deb [signed-by=/usr/share/keyrings/a.gpg] http://mirror.example/debian bookworm main contrib
`;
  expect(release(BOOKWORM, { 'sources.list': own })).toEqual(trixie);
});

test('Ubuntu gets a release of its own', () => {
  const sources = { 'sources.list': 'deb http://mirror.example/ubuntu jammy main universe\n' };
  expect(release('ID=ubuntu\nVERSION_CODENAME="jammy"\n', sources)).toEqual({
    suite: 'noble',
    components: 'main,universe',
    mirror: 'http://mirror.example/ubuntu',
  });
});

test('without a mirror, and on another system, what is missing is told', () => {
  expect(release(BOOKWORM, { 'sources.list': 'deb cdrom:[disk]/ bookworm main\n' })).toBe(
    'an apt source of bookworm over http(s)',
  );
  expect(release('ID=fedora\n', {})).toBe('Debian or Ubuntu, this is fedora');
  expect(releaseFor(machine().context.system)).toBe('Debian or Ubuntu, this is neither');
});
