import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';

import { freePorts } from '../../../local/cluster/ports';
import { temporaryFolder } from '../../temporary-folder';
import type { Certificate } from '../run/certificate';

/** Lines with the labels of their stream. */
export interface LokiStream {
  readonly stream: Readonly<Record<string, string>>;
  readonly values: readonly (readonly [nanoseconds: string, line: string])[];
}

/** What a Loki has. */
export interface Loki {
  readonly url: string;
  readonly streams: () => Promise<readonly LokiStream[]>;
}

/** A recorder of what is pushed, with the answers of Loki: every third is 503. It is no Loki. */
export async function startRecorder({
  certificate,
  privateKey,
}: Certificate): Promise<
  Loki & { readonly seen: { requests: number; readonly credentials: Set<string>; readonly tenants: Set<string> } }
> {
  const streams: LokiStream[] = [];
  const seen = { requests: 0, credentials: new Set<string>(), tenants: new Set<string>() };
  const server = createServer({ cert: certificate, key: privateKey }, (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      seen.requests += 1;
      seen.credentials.add(request.headers.authorization ?? '');
      seen.tenants.add(String(request.headers['x-scope-orgid']));
      const known = request.url === '/loki/api/v1/push' && request.headers['content-encoding'] === 'gzip';
      const status = !known ? 400 : seen.requests % 3 === 0 ? 503 : 204;
      const body = status === 204 ? (JSON.parse(gunzipSync(Buffer.concat(parts)).toString()) as object) : {};
      if ('streams' in body) streams.push(...(body.streams as LokiStream[]));
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `https://localhost:${(server.address() as AddressInfo).port}`, streams: async () => streams, seen };
}

/** The real program at `path`, with the storage of a folder. */
export async function startLoki(path: string, { authority, certificate, privateKey }: Certificate): Promise<Loki> {
  const folder = temporaryFolder();
  const [port = 0, grpc = 0] = await freePorts(2);
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'tls.crt'), certificate);
  writeFileSync(join(folder, 'tls.key'), privateKey);
  const tls = { cert_file: join(folder, 'tls.crt'), key_file: join(folder, 'tls.key') };
  const data = join(folder, 'data');
  const configuration = {
    auth_enabled: false,
    server: {
      ...{ http_listen_address: '127.0.0.1', http_listen_port: port, http_tls_config: tls },
      ...{ grpc_listen_address: '127.0.0.1', grpc_listen_port: grpc },
    },
    common: {
      ...{ instance_addr: '127.0.0.1', path_prefix: data, replication_factor: 1 },
      storage: { filesystem: { chunks_directory: join(data, 'chunks'), rules_directory: join(data, 'rules') } },
      ring: { kvstore: { store: 'inmemory' } },
    },
    schema_config: {
      configs: [
        {
          ...{ from: '2024-01-01', store: 'tsdb', object_store: 'filesystem', schema: 'v13' },
          index: { prefix: 'index_', period: '24h' },
        },
      ],
    },
    limits_config: { max_entries_limit_per_query: 1_000_000, ingestion_rate_mb: 100, ingestion_burst_size_mb: 200 },
  };
  // JSON is YAML too.
  writeFileSync(join(folder, 'loki.yaml'), JSON.stringify(configuration));
  const child = spawn(path, [`-config.file=${join(folder, 'loki.yaml')}`], { stdio: 'ignore' });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const url = `https://localhost:${port}`;
  const query = new URLSearchParams({ query: '{route="kubernetes"}', limit: '1000000', since: '1h' });
  return {
    url,
    streams: async () => {
      const text = await body(`${url}/loki/api/v1/query_range?${query}`, authority).catch(() => '{}');
      const { data: answer } = JSON.parse(text) as { data?: { result: LokiStream[] } };
      return answer?.result ?? [];
    },
  };
}

function body(url: string, ca: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { ca }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => (response.statusCode === 200 ? resolve(text) : reject(new Error(text))));
    }).on('error', reject);
  });
}
