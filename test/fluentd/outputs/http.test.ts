import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { inFolder } from '../../../local/fluentd';
import { account } from '../run/account';
import { certificateOfTests } from '../run/certificate';
import { PipelineRun } from '../run/pipeline-run';

/** A server that takes requests, but every third. */
async function server() {
  const { authority, certificate, privateKey } = await certificateOfTests();
  const lines: string[] = [];
  const seen = { requests: 0, types: new Set<string>(), tokens: new Set<string>() };
  const made = createServer({ cert: certificate, key: privateKey }, (request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => {
      text += part;
    });
    request.on('end', () => {
      seen.requests += 1;
      seen.types.add(request.headers['content-type'] ?? '');
      seen.tokens.add(request.headers.authorization ?? '');
      const takes = seen.requests % 3 !== 0;
      if (takes) lines.push(...text.trimEnd().split('\n'));
      response.writeHead(takes ? 204 : 503).end();
    });
  });
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    made.closeAllConnections();
    made.close();
  });
  return { url: `https://localhost:${(made.address() as AddressInfo).port}/logs`, authority, lines, seen };
}

test('every event goes to HTTP, as whom it must, and into a file of the node', async () => {
  const { url, authority, lines, seen } = await server();
  const run = await PipelineRun.prepare(
    {
      limits: { eventSize: '64Ki', chunkSize: '4Mi' },
      memory: '1Gi',
      routes: [{ name: 'kubernetes', to: ['web', 'disk', 'elasticsearch'] }],
      outputs: [
        {
          name: 'web',
          http: { url, token: { secretName: 'web' }, authority: { configMapName: 'ca' } },
          bufferSize: '64Mi',
        },
        {
          name: 'disk',
          file: { hostPath: '/data/logs', deleteMinAge: '1d' },
          bufferSize: '64Mi',
          whenFull: 'dropOldest',
        },
      ],
    },
    undefined,
    { files: { '/fluentd/outputs/web/ca.crt': authority }, environment: { OUTPUT_WEB_TOKEN: 'who-i-am' } },
  );
  onTestFinished(() => run.end());
  await run.fluentd.start();
  await run.fluentd.ready();
  const node = run.write({ runtime: 'containerd', containers: 4, lines: 20_000, linesPerSecond: 10_000 });
  onTestFinished(() => node.stop());
  const written = await node.written;
  const events = written.events.reduce((sum, count) => sum + count, 0);
  await run.settle(events);
  const files = () => {
    const folder = inFolder(run.folder, '/fluentd/outputs/disk/kubernetes');
    return readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'));
  };
  await expect.poll(() => lines.length, { timeout: 60_000, interval: 500 }).toBe(events);
  await expect.poll(() => files().length, { timeout: 60_000, interval: 500 }).toBe(events);
  for (const documents of [lines, files()]) {
    const parsed = documents.map((line) => JSON.parse(line));
    expect(account(written, parsed)).toMatchObject({ lost: 0, duplicates: 0, misplaced: 0, foreign: [] });
    expect(parsed[0]).toMatchObject({ _id: expect.any(String), data_stream: { dataset: 'kubernetes' } });
  }
  expect([...seen.types]).toEqual(['application/x-ndjson']);
  expect([...seen.tokens]).toEqual(['Bearer who-i-am']);
});
