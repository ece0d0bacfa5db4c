import { type Agent, request } from 'node:https';
import type { TLSSocket } from 'node:tls';

/** A request to a node. */
export interface Call {
  /** Port of the node's HTTP API. */
  readonly port: number;

  /** Method. */
  readonly method: string;

  /** Path with query. */
  readonly path: string;

  /** Authorities that the client trusts, PEM; `undefined` for those of the machine. */
  readonly ca: string | undefined;

  /** Header `authorization`. */
  readonly authorization?: string;

  /** Body: JSON, or lines of JSON if it is a text. */
  readonly body?: object | string;

  /** Keeps connections; without it each request makes its own. */
  readonly agent?: Agent;
}

/** What a node answers. */
export interface Answer {
  /** HTTP status. */
  readonly status: number;

  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of many forms, and fail if they are of another
  readonly body: any;

  /** Fingerprint of the certificate that the node showed. */
  readonly certificate: string;
}

/**
 * Sends a request over TLS and waits for the answer.
 *
 * @throws Error if there is no connection, or the certificate is not trusted
 */
export async function send({ port, method, path, ca, authorization, body, agent }: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        servername: 'localhost',
        port,
        method,
        path,
        ca,
        agent: agent ?? false,
        timeout: 30_000,
        headers: {
          'content-type': typeof body === 'string' ? 'application/x-ndjson' : 'application/json',
          ...(authorization && { authorization }),
        },
      },
      (answer) => {
        const certificate = (answer.socket as TLSSocket).getPeerCertificate().fingerprint256 ?? '';
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const json = text.startsWith('{') || text.startsWith('[');
          resolve({ status: answer.statusCode ?? 0, body: json ? JSON.parse(text) : text, certificate });
        });
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('no answer within 30 s')));
    sent.on('error', reject);
    sent.end(typeof body === 'object' ? JSON.stringify(body) : body);
  });
}

/** Tries once a second until `done` says so of the value or time is up, and returns the last value. */
export async function eventually<T>(
  seconds: number,
  attempt: () => Promise<T>,
  done: (value: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + seconds * 1_000;
  for (;;) {
    const value = await attempt();
    if (done(value) || Date.now() > deadline) return value;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}
