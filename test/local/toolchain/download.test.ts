import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'tar';
import { expect, test } from 'vitest';
import { freePorts } from '../../../local/cluster/ports';
import { type DownloadError, Downloader } from '../../../local/toolchain/download';
import type { Release } from '../../../local/toolchain/tool';
import { temporaryFolder } from '../../temporary-folder';
import { etcd, filesIn, platform, script, sha256 } from '../fixtures';
import { serve } from '../server';

const release = etcd().releases[platform] as Release;
const published: Release = { ...release, checksum: { file: `${release.url}.sha256` } };

function failure(promise: Promise<unknown>): Promise<DownloadError> {
  return promise.then(
    () => expect.fail('must fail'),
    (error: DownloadError) => error,
  );
}

test('a good download becomes an executable program', async () => {
  const { url, requests } = await serve((_, response) => response.end('etcd itself'));
  const folder = temporaryFolder();
  const seen: [number, number | undefined][] = [];

  const programs = await new Downloader({ mirror: `${url}/mirror/` }).download(release, folder, (...now) =>
    seen.push(now),
  );

  expect(programs).toEqual(new Map([['etcd', join(folder, 'etcd')]]));
  expect(readFileSync(join(folder, 'etcd'), 'utf8')).toBe('etcd itself');
  expect(statSync(join(folder, 'etcd')).mode & 0o777).toBe(0o755);
  expect(requests).toEqual(['/mirror/releases.example/v9/etcd']);
  expect(seen).toEqual([[11, 11]]);
});

test('a wrong checksum is refused', async () => {
  const { url } = await serve((_, response) => response.end('something else'));
  const error = await failure(new Downloader({ mirror: url }).download(release, temporaryFolder()));
  expect(error.message).toBe(
    `https://releases.example/v9/etcd has sha256 ${sha256('something else')}, expected ${sha256('etcd itself')}`,
  );
});

test('an answer other than 200 is a failure, and the host stays reachable', async () => {
  const { url, requests } = await serve((_, response) => response.writeHead(404).end());
  const downloader = new Downloader({ mirror: url });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const error = await failure(downloader.download(release, temporaryFolder()));
    expect(error.message).toBe(`${url}/releases.example/v9/etcd answered 404 Not Found`);
  }
  expect(requests).toHaveLength(2);
});

test('a transfer that stalls is given up', async () => {
  const { url } = await serve((_, response) => response.writeHead(200, { 'content-length': '11' }).write('etcd'));
  const error = await failure(new Downloader({ mirror: url, stallTimeout: 0.2 }).download(release, temporaryFolder()));
  expect(error.message).toBe(`${url}/releases.example/v9/etcd stalled: no byte for 0.2 s`);
});

test('a slow transfer that does not stall is waited for', async () => {
  const { url } = await serve((_, response) => {
    const letters = [...'etcd itself'];
    const timer = setInterval(() => {
      const letter = letters.shift();
      if (letter !== undefined) return response.write(letter);
      clearInterval(timer);
      return response.end();
    }, 50);
  });
  const downloader = new Downloader({ mirror: url, stallTimeout: 0.4 });
  await expect(downloader.download(release, temporaryFolder())).resolves.toHaveProperty('size', 1);
});

test('a transfer that is cut off is a failure', async () => {
  const { url } = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '11' }).write('etcd', () => response.destroy());
  });
  const error = await failure(new Downloader({ mirror: url }).download(release, temporaryFolder()));
  expect(error.message).toBe(`${url}/releases.example/v9/etcd was cut off: UND_ERR_SOCKET: other side closed`);
});

test('a host that cannot be reached is not tried again', async () => {
  const [port] = await freePorts(1);
  const downloader = new Downloader({ mirror: `http://127.0.0.1:${port}` });
  const message = `127.0.0.1:${port} cannot be reached: connect ECONNREFUSED 127.0.0.1:${port}`;
  expect((await failure(downloader.download(release, temporaryFolder()))).message).toBe(message);
  const started = performance.now();
  expect((await failure(downloader.download(published, temporaryFolder()))).message).toBe(message);
  expect(performance.now() - started).toBeLessThan(20);
});

test('a host that accepts and never answers counts as unreachable', async () => {
  const { url, requests } = await serve(() => undefined);
  const downloader = new Downloader({ mirror: url, connectTimeout: 0.2 });
  const host = new URL(url).host;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const error = await failure(downloader.download(release, temporaryFolder()));
    expect(error.message).toBe(`no answer from ${host} within 0.2 s`);
  }
  expect(requests).toHaveLength(1);
});

test.each([
  ['a checksum alone', `${sha256('etcd itself')}\n`],
  ['lines of checksums', `${sha256('x')}  other\n${sha256('etcd itself')}  etcd\n`],
  ['lines in binary mode', `${sha256('etcd itself')} *etcd\n`],
])('the publisher may write %s', async (_, checksums) => {
  const { url } = await serve((request, response) =>
    response.end(request.url?.endsWith('.sha256') ? checksums : 'etcd itself'),
  );
  await expect(new Downloader({ mirror: url }).download(published, temporaryFolder())).resolves.toHaveProperty(
    'size',
    1,
  );
});

test.each([
  ['missing', undefined, (url: string) => `${url}/releases.example/v9/etcd.sha256 answered 404 Not Found`],
  [
    'without the file',
    `${sha256('x')}  other\n`,
    () => 'https://releases.example/v9/etcd.sha256 has no sha256 of etcd',
  ],
  ['a web page', '<html>Sign in</html>', () => 'https://releases.example/v9/etcd.sha256 has no sha256 of etcd'],
])('a checksum file that is %s is a failure, and nothing else is downloaded', async (_, checksums, message) => {
  const { url, requests } = await serve((_request, response) => {
    if (checksums === undefined) response.writeHead(404).end();
    else response.end(checksums);
  });
  const folder = temporaryFolder();
  expect((await failure(new Downloader({ mirror: url }).download(published, folder))).message).toBe(message(url));
  expect(requests).toEqual(['/releases.example/v9/etcd.sha256']);
  expect(filesIn(folder)).toEqual([]);
});

test('programs are taken out of an archive, and nothing else', async () => {
  const content = temporaryFolder();
  for (const name of ['etcd', 'etcdctl']) script(join(content, 'etcd-v9'), name, name);
  const archive = join(temporaryFolder(), 'archive');
  await create({ gzip: true, cwd: content, file: archive }, ['etcd-v9']);
  const bytes = readFileSync(archive);
  const { url } = await serve((_, response) => response.end(bytes));
  const packed: Release = {
    ...release,
    kind: 'tar.gz',
    checksum: { sha256: sha256(bytes) },
    provides: { etcd: 'etcd-v9/etcd' },
  };

  const folder = temporaryFolder();
  const programs = await new Downloader({ mirror: url }).download(packed, folder);
  expect(readFileSync(programs.get('etcd') ?? '', 'utf8')).toBe('#!/bin/sh\netcd\n');
  expect(filesIn(folder).filter((file) => file.includes('etcdctl'))).toEqual([]);

  const wrong = { ...packed, provides: { etcd: 'etcd-v8/etcd' } };
  const elsewhere = temporaryFolder();
  expect((await failure(new Downloader({ mirror: url }).download(wrong, elsewhere))).message).toBe(
    'https://releases.example/v9/etcd has no etcd-v8/etcd',
  );
});
