import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DataStreamSettings } from './bulk/data-stream';
import type { Field } from './bulk/mapping';
import { StandIn } from './stand-in';

/** What a real node was sent and has answered; long texts are a number of `x`, bytes that are no UTF-8 their value. */
interface Exchange {
  readonly title: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: readonly (string | number | { readonly byte: number })[];
  };
  readonly response: { readonly status: number; readonly contentType?: string; readonly body: unknown };
}

/** The mapping that the node had; `c` and `d` had the index mode `standard`. */
const MAPPING: Field = {
  properties: {
    '@timestamp': { type: 'date_nanos' },
    n: { type: 'long' },
    k: { type: 'keyword', ignore_above: 1024 },
    message: { type: 'match_only_text' },
    json: { type: 'flattened', ignore_above: 1024 },
  },
};

function dataStreams(name: string): DataStreamSettings | undefined {
  if (!name.startsWith('logs-')) return undefined;
  return { mapping: MAPPING, ignoresMalformed: !['logs-c-default', 'logs-d-default'].includes(name) };
}

/** What was done to the node before a request. */
const FAULTS: Readonly<Record<string, object>> = {
  'cluster blocked (as by the flood watermark)': { refusedRequests: 1, status: 403 },
  'indexing pressure: 429': { refusedRequests: 1, status: 429 },
};

function bodyOf({ request: { body = [] } }: Exchange): Buffer {
  return Buffer.concat(
    body.map((part) => {
      if (typeof part === 'string') return Buffer.from(part);
      return typeof part === 'number' ? Buffer.alloc(part, 'x') : Buffer.from([part.byte]);
    }),
  );
}

/** Status 0 where the connection is closed without an answer. */
function send({ url, authority }: StandIn<unknown>['endpoint'], exchange: Exchange) {
  const { method, path, headers } = exchange.request;
  return new Promise<{ status: number; contentType?: string; body: unknown }>((resolve) => {
    const outgoing = request(`${url}${path}`, { method, headers, ca: authority, agent: false }, async (response) => {
      const text = (await response.toArray()).join('');
      const contentType = response.headers['content-type'];
      resolve({
        status: response.statusCode ?? 0,
        ...(contentType && { contentType }),
        body: text === '' ? '' : JSON.parse(text),
      });
    });
    outgoing.on('error', () => resolve({ status: 0, body: undefined }));
    outgoing.end(bodyOf(exchange));
  });
}

/** What a client acts on: statuses and types of errors, not the words. */
function essence({
  status,
  contentType,
  body,
}: {
  readonly status: number;
  readonly contentType?: string;
  readonly body: unknown;
}) {
  if (status === 0) return { status };
  const { errors, items, error } = body as {
    errors?: boolean;
    items?: Record<string, Item>[];
    error?: { type?: string } | string;
  };
  return {
    status,
    contentType,
    errors,
    error: typeof error === 'object' ? error.type : typeof error,
    items: items?.map((item) =>
      Object.entries(item).map(([action, { _id, status, error }]) => [action, _id, status, error?.type]),
    ),
  };
}

interface Item {
  readonly _id: string;
  readonly status: number;
  readonly error?: { readonly type: string };
}

describe.each([8, 9] as const)('a real node of version %d', (major) => {
  const { exchanges } = JSON.parse(readFileSync(join(__dirname, `exchanges-${major}.json`), 'utf8')) as {
    exchanges: Exchange[];
  };

  test(`has answered ${exchanges.length} requests as the stand-in does`, async () => {
    const standIn = await StandIn.start({
      keep: () => true,
      dataStreams,
      major,
      maxContentLength: 2 ** 20,
      hasInfo: false,
    });
    const answers: [string, unknown][] = [];
    for (const exchange of exchanges) {
      standIn.faults = FAULTS[exchange.title] ?? {};
      answers.push([exchange.title, essence(await send(standIn.endpoint, exchange))]);
    }
    await standIn.leave();

    expect(answers).toEqual(exchanges.map(({ title, response }) => [title, essence(response)]));
  });
});
