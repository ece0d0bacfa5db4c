import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { newAuthority, newCertificate } from '../stacks/secrets/certificates';
import { TrialPods } from './pods';

/** A document as it would be stored. */
export interface SentDocument {
  /** The data stream. */
  readonly dataStream: string;

  /** The document. */
  readonly document: Readonly<Record<string, unknown>>;
}

/** Stands where Elasticsearch would be: takes every document and remembers it; and where the API server would be. */
export class Sink {
  /** The pods that the collector is told of. */
  readonly pods = new TrialPods();

  private readonly documents = new Map<string, SentDocument>();

  private constructor(
    private readonly server: Server,
    /** The authority of its certificate, as PEM. */
    readonly authority: string,
  ) {}

  /** Starts one on a free port of this machine, which does not keep the process alive. */
  static async start(): Promise<Sink> {
    const authority = await newAuthority('trial');
    const { certificate: cert, privateKey: key } = await newCertificate(authority, ['localhost']);
    const server = createServer({ cert, key, keepAliveTimeout: 0, requestTimeout: 0 });
    const sink = new Sink(server, authority.certificate);
    server.on('request', (request, response) => sink.serve(request, response));
    server.on('connection', (socket: Socket) => socket.unref());
    server.listen(0, '127.0.0.1').unref();
    await once(server, 'listening');
    return sink;
  }

  /** Its address. */
  get url(): string {
    return `https://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  /** What was sent under an id, at last. */
  get(id: string): SentDocument | undefined {
    return this.documents.get(id);
  }

  /** Forgets a document. */
  forget(id: string): void {
    this.documents.delete(id);
  }

  /** Ends it. */
  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private serve(request: IncomingMessage, response: ServerResponse): void {
    if (this.pods.answers(request, response)) return;
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const [, dataStream = ''] = /^\/([^/]+)\/_bulk/.exec(request.url ?? '') ?? [];
      const count = this.take(decodeURIComponent(dataStream), Buffer.concat(parts).toString('utf8'));
      const items = Array.from({ length: count }, () => ({ create: { status: 201 } }));
      const type = request.headers.accept ?? 'application/json';
      response.writeHead(200, { 'content-type': type }).end(JSON.stringify({ errors: false, took: 0, items }));
    });
  }

  private take(dataStream: string, body: string): number {
    const lines = body.split('\n').filter(Boolean);
    for (let at = 0; at + 1 < lines.length; at += 2) {
      const { create } = JSON.parse(lines[at] ?? '') as { create: { _id: string } };
      this.documents.set(create._id, { dataStream, document: JSON.parse(lines[at + 1] ?? '') });
    }
    return Math.floor(lines.length / 2);
  }
}
