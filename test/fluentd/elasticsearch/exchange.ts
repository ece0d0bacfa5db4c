import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { type Answer, refusalAnswer } from './bulk/answers';
import { Refusal } from './bulk/body';
import { type Draws, type Faults, refusalType } from './faults';

/** A request that has come in as a whole. */
export interface Request {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: readonly Buffer[];
}

/** What answers, and what goes wrong on the way. */
export interface Service {
  readonly faults: Faults;
  readonly draws: Draws;
  readonly maxContentLength: number;
  answer(request: Request): Answer;
}

/**
 * Serves one request.
 *
 * @returns the size of its body in bytes, and the status of the answer; 0 for none
 */
export async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  service: Service,
): Promise<{ readonly bytes: number; readonly status: number }> {
  if (Number(request.headers['content-length'] ?? 0) > service.maxContentLength) {
    request.resume();
    return { bytes: 0, status: respond(response, { status: 413, body: '' }) };
  }
  if (request.headers.expect) response.writeContinue();
  const body = await bodyOf(request);
  const bytes = body.reduce((total, part) => total + part.length, 0);
  const { draws } = service;
  const faults = isMeant(service.faults, request.url) ? service.faults : {};
  await sleep(faults.delay ?? 0);
  if (draws.isIn(faults.halfClosed)) {
    request.socket.end();
    return { bytes, status: 0 };
  }
  const answer = refusedAnswer(faults, draws) ?? plainAnswer(request, body, service);
  if (!answer || draws.isIn(faults.lostAnswers)) {
    request.socket.destroy();
    return { bytes, status: 0 };
  }
  if (draws.isIn(faults.cutAnswers)) {
    await cut(response, answer);
    return { bytes, status: 0 };
  }
  return { bytes, status: respond(response, answer) };
}

function isMeant({ only }: Faults, path = '/'): boolean {
  return only === undefined || path.startsWith(`/${only}/`);
}

function refusedAnswer({ refusedRequests, status = 503, pages }: Faults, draws: Draws): Answer | undefined {
  if (draws.isIn(refusedRequests)) {
    return refusalAnswer(new Refusal(status, { type: refusalType(status), reason: 'the stand-in was told to' }));
  }
  return draws.isIn(pages) ? { status: 200, body: '<html>busy</html>', contentType: 'text/html' } : undefined;
}

/** Undefined where Elasticsearch closes the connection. */
function plainAnswer(request: IncomingMessage, body: readonly Buffer[], service: Service): Answer | undefined {
  const { method = 'GET', headers } = request;
  const url = new URL(request.url ?? '/', 'https://localhost');
  if (headers['content-encoding'] !== 'gzip') return service.answer({ method, url, headers, body });
  try {
    return service.answer({ method, url, headers, body: [gunzipSync(Buffer.concat(body))] });
  } catch {
    return undefined;
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer[]> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return parts;
}

function respond(response: ServerResponse, { status, body, contentType = 'application/json' }: Answer): number {
  const type = body === '' ? {} : { 'content-type': contentType };
  response.writeHead(status, {
    'x-elastic-product': 'Elasticsearch',
    ...type,
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
  return status;
}

async function cut(response: ServerResponse, { status, body }: Answer): Promise<void> {
  response.writeHead(status, { 'content-length': Buffer.byteLength(body) });
  response.write(body.slice(0, body.length / 2));
  await once(response.socket as NonNullable<typeof response.socket>, 'drain', {
    signal: AbortSignal.timeout(50),
  }).catch(() => undefined);
  response.socket?.destroy();
}
