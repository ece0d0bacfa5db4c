import type { IncomingMessage } from 'node:http';

import { TlsServer } from '../../test/fluentd/elasticsearch/server';
import { Sink } from '../../test/fluentd/elasticsearch/sink';

/** One request that came in. */
export interface Asked {
  /** In seconds since the server was started. */
  readonly at: number;

  /** Size of its body. In bytes. */
  readonly bytes: number;

  /** Number of its connection, in the order in which they were made. */
  readonly connection: number;
}

/** An Elasticsearch that takes everything, and counts who asks when. While it is away it answers with status 503. */
export class CountingElasticsearch {
  /** All requests. */
  readonly asked: Asked[] = [];

  /** When each connection was made. In seconds since the start. */
  readonly connected: number[] = [];

  /** Whether it answers with 503. */
  isAway = false;

  private readonly started = performance.now();
  private readonly numbers = new WeakMap<object, number>();
  private readonly sink = new Sink();
  private open = 0;

  private constructor(private server: TlsServer | undefined) {}

  static async start(): Promise<CountingElasticsearch> {
    const counting = new CountingElasticsearch(undefined);
    counting.server = await TlsServer.start(async (request, response) => {
      if (request.headers.expect) response.writeContinue();
      const body: Buffer[] = [];
      for await (const part of request) body.push(part as Buffer);
      counting.count(request, body);
      const filter = new URL(request.url ?? '/', 'https://localhost').searchParams.get('filter_path') ?? undefined;
      const answer = counting.isAway
        ? { status: 503, body: '{"error":{"type":"unavailable_shards_exception"},"status":503}' }
        : counting.sink.answer(body, filter);
      response.writeHead(answer.status, {
        'content-type': 'application/json',
        'x-elastic-product': 'Elasticsearch',
        'content-length': Buffer.byteLength(answer.body),
      });
      response.end(answer.body);
    });
    return counting;
  }

  /** Its address and the authority of its certificate, as PEM. */
  get endpoint(): { readonly url: string; readonly authority: string } {
    const { url = '', authority = '' } = this.server ?? {};
    return { url, authority };
  }

  /** Seconds since the start. */
  get now(): number {
    return (performance.now() - this.started) / 1_000;
  }

  /** Connections that are open. */
  get connections(): number {
    return this.open;
  }

  /** Documents that were taken. */
  get taken(): number {
    return this.sink.documents;
  }

  /** Ends it. */
  async stop(): Promise<void> {
    await this.server?.leave();
  }

  private count({ socket }: IncomingMessage, body: readonly Buffer[]): void {
    let number = this.numbers.get(socket);
    if (number === undefined) {
      number = this.connected.push(this.now) - 1;
      this.numbers.set(socket, number);
      this.open += 1;
      socket.once('close', () => {
        this.open -= 1;
      });
    }
    this.asked.push({ at: this.now, bytes: body.reduce((sum, { length }) => sum + length, 0), connection: number });
  }
}
