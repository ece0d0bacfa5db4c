import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { KeyPair } from '../../../stacks/secrets';
import { newAuthority, newCertificate } from '../../../stacks/secrets/certificates';

/** What answers requests. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server over TLS on loopback, whose port stays the same while it is away. */
export class TlsServer {
  private server: Server | undefined;
  private readonly sockets = new Set<Duplex>();
  private port = 0;

  private constructor(
    private readonly handler: Handler,
    private readonly keys: KeyPair,
    /** The authority that signed its certificate, as PEM. */
    readonly authority: string,
    private readonly name: string,
  ) {}

  /** Starts one whose certificate is for `name`, which must be that of this machine. */
  static async start(handler: Handler, name = 'localhost'): Promise<TlsServer> {
    const authority = await newAuthority('stand-in');
    const server = new TlsServer(handler, await newCertificate(authority, [name]), authority.certificate, name);
    await server.comeBack();
    return server;
  }

  /** Its address. */
  get url(): string {
    return `https://${this.name}:${this.port}`;
  }

  /** Refuses connections, and ends those that are open. */
  async leave(): Promise<void> {
    if (!this.server) return;
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
    this.server = undefined;
  }

  /** Takes connections again. */
  async comeBack(): Promise<void> {
    if (this.server) return;
    const { certificate: cert, privateKey: key } = this.keys;
    // Elasticsearch closes no connection for being idle.
    const server = createServer({ cert, key, keepAliveTimeout: 0, requestTimeout: 0 }, this.handler);
    // Who asks before a body is sent is answered by the handler, which asks for the body by reading it.
    server.on('checkContinue', this.handler);
    server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }
}
