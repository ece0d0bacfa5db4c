import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';

import { temporaryFolder } from '../../temporary-folder';
import type { Certificate } from '../run/certificate';

/** As much of s3rver as is used here; it has no types. */
interface S3rver {
  configureBuckets(): Promise<unknown>;
  callback(): (request: IncomingMessage, response: ServerResponse) => void;
}

const CONTENT = '._S3rver_object';

/** An object of the bucket. */
export interface StoredObject {
  readonly key: string;
  readonly lines: readonly string[];
}

/** A real S3 server with an empty bucket, `archive`, which ends with the test. */
export async function startS3({ certificate, privateKey }: Certificate) {
  const directory = temporaryFolder();
  const Server = require('s3rver') as new (options: object) => S3rver;
  const s3 = new Server({
    directory,
    silent: true,
    vhostBuckets: false,
    configureBuckets: [{ name: 'archive', configs: [] }],
  });
  await s3.configureBuckets();
  const answer = s3.callback();
  const state = { isAway: false, losesAnswers: 0, puts: 0 };
  const server = createServer({ cert: certificate, key: privateKey }, (request, response) => {
    if (state.isAway) return request.socket.destroy();
    if (request.method === 'PUT') {
      state.puts += 1;
      // Stored, and nobody is told.
      if (state.losesAnswers > 0) {
        state.losesAnswers -= 1;
        response.writeHead = () => response;
        const end = response.end.bind(response);
        response.end = ((...args: []) => {
          request.socket.destroy();
          return end(...args);
        }) as typeof response.end;
      }
    }
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const bucket = join(directory, 'archive');
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    state,
    objects: (): StoredObject[] =>
      readdirSync(bucket, { recursive: true, withFileTypes: true })
        .filter(({ name }) => name.endsWith(CONTENT))
        .map(({ name, parentPath }) => join(parentPath, name))
        .sort()
        .map((file) => ({
          key: relative(bucket, file).slice(0, -CONTENT.length),
          lines: gunzipSync(readFileSync(file)).toString().trimEnd().split('\n'),
        })),
  };
}
