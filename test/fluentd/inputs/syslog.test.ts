import { createSocket } from 'node:dgram';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePorts } from '../../../local/cluster/ports';
import { missingDebian } from '../../../local/debian';
import { run as runProgram } from '../../../local/run';
import type { Document } from '../elasticsearch/bulk/data-stream';
import type { StoredEvent } from '../run/account';
import { certificateOfTests } from '../run/certificate';
import { PipelineRun } from '../run/pipeline-run';
import { RSYSLOG, Rsyslog } from './rsyslog';

interface Stored {
  readonly '@timestamp': string;
  readonly message: string;
  readonly source: { readonly ip: string };
  readonly log: { readonly level?: string; readonly syslog?: Record<string, unknown>; readonly flags?: string[] };
  readonly event: { readonly kind?: string; readonly dataset: string };
  readonly error?: { readonly message: string };
}

let pipeline: PipelineRun;
let ports: { readonly udp: number; readonly tcp: number; readonly tls: number };
let authority: string;

beforeAll(async () => {
  const [udp = 0, tcp = 0, tls = 0] = await freePorts(3);
  ports = { udp, tcp, tls };
  const certificate = await certificateOfTests();
  authority = join(mkdtempSync(join(tmpdir(), 'efk-syslog-')), 'ca.crt');
  writeFileSync(authority, certificate.authority);
  const from = { cidrs: ['0.0.0.0/0', '::/0'] };
  pipeline = await PipelineRun.prepare(
    {
      routes: [{ name: 'kubernetes' }, { name: 'devices', namespaces: [] }],
      inputs: [{ name: 'devices', route: 'devices', syslog: { from, ...ports } }],
      memory: '1Gi',
    },
    (document: Document) => document as unknown as StoredEvent,
    {
      files: {
        '/fluentd/inputs/devices/tls.crt': certificate.certificate,
        '/fluentd/inputs/devices/tls.key': certificate.privateKey,
      },
    },
  );
  await pipeline.fluentd.start();
  await pipeline.fluentd.ready();
});

afterAll(async () => {
  await pipeline.end();
});

function stored(pattern: RegExp): Stored[] {
  return (pipeline.documents() as unknown as Stored[]).filter(({ message }) => pattern.test(message));
}

async function storedOf(pattern: RegExp, count: number, timeout = 30_000): Promise<Stored[]> {
  await expect.poll(() => stored(pattern).length, { timeout, interval: 200 }).toBeGreaterThanOrEqual(count);
  return stored(pattern);
}

async function connected(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
}

async function end(socket: Socket): Promise<void> {
  await new Promise<void>((resolve) => socket.end(resolve));
}

test.each([
  ['udp', ['--udp', '--rfc3164'], 'udp'],
  ['udp of RFC 5424', ['--udp', '--rfc5424=notq'], 'udp'],
  ['tcp with line breaks', ['--tcp', '--rfc3164'], 'tcp'],
  ['tcp with octet counts', ['--tcp', '--octet-count', '--rfc5424=notq'], 'tcp'],
] as const)('logger sends by %s', async (name, args, protocol) => {
  const text = `logger by ${name}`;
  const target = [
    '--server',
    '127.0.0.1',
    '--port',
    String(ports[protocol]),
    '--priority',
    'auth.err',
    '--tag',
    'door',
  ];
  const { code, stderr } = await runProgram('logger', [...target, ...args, text]);
  expect(code, stderr).toBe(0);
  const [document] = await storedOf(new RegExp(`${text}$`), 1);
  expect(document).toMatchObject({
    source: { ip: '127.0.0.1' },
    log: {
      level: 'error',
      syslog: { appname: 'door', facility: { code: 4 }, severity: { code: 3 }, hostname: expect.any(String) },
    },
    event: { dataset: 'devices' },
  });
  expect(document?.event.kind).toBeUndefined();
  expect(Math.abs(Date.parse(document?.['@timestamp'] ?? '') - Date.now())).toBeLessThan(60_000);
});

describe('rsyslog', async () => {
  const missing = await missingDebian(RSYSLOG);

  test.skipIf(missing !== undefined).each([
    ['line breaks', 'tcp', {}],
    ['octet counts', 'tcp', { framing: 'octet-counted' }],
    ['TLS', 'tls', { framing: 'octet-counted', tls: true }],
  ] as const)('sends with %s', async (name, protocol, options) => {
    const file = join(mkdtempSync(join(tmpdir(), 'efk-rsyslog-')), 'app.log');
    const texts = Array.from({ length: 2000 }, (_, index) => `rsyslog with ${name}, line ${index} of "2000"`);
    writeFileSync(file, `${texts.join('\n')}\n`);
    const framing = 'framing' in options ? { framing: options.framing } : {};
    const rsyslog = await Rsyslog.start(file, {
      port: ports[protocol],
      ...framing,
      ...('tls' in options && { authority }),
    });
    try {
      const documents = await storedOf(new RegExp(`^rsyslog with ${name},`), 2000);
      expect(documents.map(({ message }) => message).sort()).toEqual(texts.sort());
      expect(documents[0]).toMatchObject({ log: { level: 'warn', syslog: { appname: 'app' } } });
    } finally {
      rsyslog.stop();
    }
  });
});

test('bad, torn and endless lines are stored, marked or in parts', async () => {
  const socket = await connected(ports.tcp);
  socket.write('no priority at all\n<13>1 not rfc 5424 bad\n');
  socket.write(`<13>Nov 27 10:00:00 fw app: ${'long '.repeat(20_000)}\n999 <13>torn bad`);
  await end(socket);
  const [plain] = await storedOf(/^no priority at all$/, 1);
  expect(plain).toMatchObject({ event: { kind: 'pipeline_error' }, error: { message: 'not a message of syslog' } });
  expect((await storedOf(/torn bad$/, 1))[0]?.error?.message).toContain('cut off');
  expect((await storedOf(/^<13>1 not rfc 5424 bad$/, 1))[0]?.event.kind).toBe('pipeline_error');
  const parts = await storedOf(/^(long |ong |ng |g | )+/, 2);
  expect(parts.reduce((sum, { message }) => sum + message.length, 0)).toBe(100_000);
  expect(parts.filter(({ log }) => log.flags?.includes('partial'))).toHaveLength(1);
});

test('10,000 lines a second over TCP: none is lost, none is stored twice', async () => {
  const seconds = 10;
  const perTick = 1000;
  const sockets = await Promise.all(Array.from({ length: 4 }, () => connected(ports.tcp)));
  const start = performance.now();
  let sent = 0;
  while (sent < seconds * 10_000) {
    const lines = Array.from(
      { length: perTick },
      (_, index) => `<13>1 2026-11-27T10:00:00.123456Z fw app 7 - - flood ${sent + index} ${'x'.repeat(120)}\n`,
    );
    const socket = sockets[(sent / perTick) % sockets.length] as Socket;
    if (!socket.write(lines.join(''))) await new Promise((resolve) => socket.once('drain', resolve));
    sent += perTick;
    const due = (sent / 10_000) * 1000 - (performance.now() - start);
    if (due > 0) await sleep(due);
  }
  await Promise.all(sockets.map(end));
  console.log(`${sent} lines sent in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  const documents = await storedOf(/^flood /, sent, 120_000);
  console.log(`and stored after ${((performance.now() - start) / 1000).toFixed(1)} s`);
  expect(documents).toHaveLength(sent);
  expect(new Set(documents.map(({ message }) => message.split(' ')[1])).size).toBe(sent);
});

test('over UDP all that is not stored is counted as dropped', async () => {
  const socket = createSocket('udp4');
  const count = 60_000;
  const send = (text: string) => new Promise((resolve) => socket.send(text, ports.udp, '127.0.0.1', resolve));
  for (let index = 0; index < count; index += 100) {
    await Promise.all(
      Array.from({ length: 100 }, (_, offset) =>
        send(`<13>Nov 27 10:00:00 fw app: gram ${index + offset} ${'x'.repeat(200)}`),
      ),
    );
  }
  socket.close();
  await sleep(12_000);
  const dropped = (await pipeline.metrics()).get('fluentd_input_dropped_datagrams_total') ?? Number.NaN;
  const documents = await storedOf(/^gram /, count - dropped, 60_000);
  console.log(`${documents.length} of ${count} datagrams stored, ${dropped} dropped`);
  expect(documents.length + dropped).toBe(count);
});

test('SIGTERM: what senders have sent before is stored', async () => {
  const socket = await connected(ports.tcp);
  socket.on('error', () => undefined);
  const lines = Array.from({ length: 5000 }, (_, index) => `<13>Nov 27 10:00:00 fw app: last ${index}\n`);
  socket.write(lines.join(''));
  await sleep(300);
  await pipeline.fluentd.terminate();
  await pipeline.fluentd.ready();
  const documents = await storedOf(/^last /, 5000, 60_000);
  expect(documents).toHaveLength(5000);
});
