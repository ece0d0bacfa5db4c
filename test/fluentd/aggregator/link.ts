import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A link of the network to a port of this machine, which can be cut. */
export class Link {
  private readonly open = new Set<Socket>();
  private isCut = false;

  private constructor(private readonly server: Server) {}

  /** A link to a port. */
  static async to(port: number): Promise<Link> {
    const server = createServer((client) => link.join(client, connect(port, '127.0.0.1')));
    const link = new Link(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return link;
  }

  /** The port at which the link begins. */
  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** From now on nothing comes through, and nobody is told. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.open) socket.pause();
  }

  /** New connections come through again; those that were cut end. */
  mend(): void {
    this.isCut = false;
    for (const socket of this.open) socket.destroy();
  }

  /** Ends it with all connections. */
  async end(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket, server: Socket): void {
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      this.open.add(from);
      from.on('data', (data) => to.write(data));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.open.delete(from);
        to.destroy();
      });
      if (this.isCut) from.pause();
    }
  }
}
