import type { ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from '../run/certificate';

/** An event of Kubernetes, as far as it matters here. */
export interface ClusterEvent {
  readonly metadata: { readonly uid: string; readonly resourceVersion: string; readonly creationTimestamp: string };
  readonly message: string;
}

/** A stand-in for the API server: lists events in pages, and lets them be watched as a real one does, with its faults. */
export class ApiServer {
  private readonly events = new Map<string, ClusterEvent>();
  private readonly changes: ClusterEvent[] = [];
  private readonly watchers = new Set<ServerResponse>();
  /** Versions up to this one are forgotten, as after a compaction of etcd. */
  private forgotten = 0;
  private version = 0;
  lists = 0;
  gone = 0;

  private constructor(
    private readonly server: Server,
    private readonly token: string,
  ) {}

  /** Starts one with a certificate for `localhost`; it asks for the token. */
  static async start({ certificate, privateKey }: Certificate, token: string): Promise<ApiServer> {
    const server = createServer({ cert: certificate, key: privateKey });
    const api = new ApiServer(server, token);
    server.on('request', ({ url, headers }, response) => api.answer(url ?? '', headers.authorization, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return api;
  }

  get url(): string {
    return `https://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  /** Watches that are open. */
  get watching(): number {
    return this.watchers.size;
  }

  /** Something happened, again if its name is known. */
  happen(uid: string): void {
    this.version += 1;
    const event = {
      metadata: { uid, resourceVersion: String(this.version), creationTimestamp: new Date().toISOString() },
      ...{ message: `${uid} at ${this.version}`, reason: 'Tested', type: 'Normal' },
      involvedObject: { kind: 'Node', name: 'node-1' },
    };
    this.events.set(uid, event);
    this.changes.push(event);
    for (const watcher of this.watchers) send(watcher, 'ADDED', event);
  }

  /** Says how far it is, as a real one does once a minute. */
  bookmark(): void {
    for (const watcher of this.watchers) {
      send(watcher, 'BOOKMARK', { metadata: { resourceVersion: String(this.version) } });
    }
  }

  /** Cuts all watches. */
  disconnect(): void {
    for (const watcher of this.watchers) watcher.destroy();
    this.watchers.clear();
  }

  /** Forgets what happened, but for what the last version of each event is. */
  compact(): void {
    this.forgotten = this.version;
    this.disconnect();
  }

  stop(): void {
    this.disconnect();
    this.server.close();
    this.server.closeAllConnections();
  }

  private answer(url: string, authorization: string | undefined, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(url, 'https://localhost');
    if (authorization !== `Bearer ${this.token}` || pathname !== '/api/v1/events') {
      response.writeHead(authorization ? 404 : 401).end('{}');
    } else if (searchParams.get('watch') === '1') {
      this.watch(Number(searchParams.get('resourceVersion')), response);
    } else {
      this.list(Number(searchParams.get('continue') ?? 0), Number(searchParams.get('limit')), response);
    }
  }

  private list(from: number, limit: number, response: ServerResponse): void {
    this.lists += 1;
    const items = [...this.events.values()];
    const next = from + limit;
    const metadata = { resourceVersion: String(this.version), ...(next < items.length && { continue: String(next) }) };
    response.end(JSON.stringify({ kind: 'EventList', metadata, items: items.slice(from, next) }));
  }

  private watch(version: number, response: ServerResponse): void {
    if (version < this.forgotten) {
      this.gone += 1;
      send(response, 'ERROR', { kind: 'Status', code: 410, reason: 'Expired' });
      response.end();
      return;
    }
    response.flushHeaders();
    for (const change of this.changes) {
      if (Number(change.metadata.resourceVersion) > version) send(response, 'ADDED', change);
    }
    this.watchers.add(response);
    response.on('close', () => this.watchers.delete(response));
  }
}

function send(response: ServerResponse, type: string, object: object): void {
  response.write(`${JSON.stringify({ type, object })}\n`);
}
