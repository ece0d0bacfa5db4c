import type { IncomingMessage, ServerResponse } from 'node:http';

import { TlsServer } from '../elasticsearch/server';

/** Metadata of a pod, as the API server sends them. */
export interface PodObject {
  readonly metadata: {
    readonly uid: string;
    readonly name: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
}

/** What was asked. */
export interface Asked {
  readonly path: string;
  readonly accept: string;
  readonly token: string;
}

/** A stand-in for the API server, with the pods of one node: it lists them, and tells changes to those who watch. */
export class ApiServerStandIn {
  /** All requests. */
  readonly asked: Asked[] = [];

  private readonly pods = new Map<string, PodObject>();
  private readonly watchers = new Set<ServerResponse>();
  private version = 100;
  private readonly history: { readonly version: number; readonly line: string }[] = [];
  private readonly forgotten: number[] = [];

  private constructor(private server: TlsServer) {}

  static async start(): Promise<ApiServerStandIn> {
    let standIn: ApiServerStandIn | undefined;
    const server = await TlsServer.start((request, response) => standIn?.answer(request, response));
    standIn = new ApiServerStandIn(server);
    return standIn;
  }

  /** What a pod that asks it has. */
  get given() {
    const folder = '/var/run/secrets/kubernetes.io/serviceaccount';
    return {
      files: { [`${folder}/token`]: 'the token\n', [`${folder}/ca.crt`]: this.server.authority },
      environment: { KUBERNETES_SERVICE_HOST: 'localhost', KUBERNETES_SERVICE_PORT: new URL(this.server.url).port },
    };
  }

  /** Connections that watch. */
  get watching(): number {
    return this.watchers.size;
  }

  /** Makes a pod, or changes it. */
  put(pod: PodObject): void {
    const type = this.pods.has(pod.metadata.uid) ? 'MODIFIED' : 'ADDED';
    this.pods.set(pod.metadata.uid, pod);
    this.tell(type, pod);
  }

  delete(uid: string): void {
    const pod = this.pods.get(uid);
    this.pods.delete(uid);
    if (pod) this.tell('DELETED', pod);
  }

  /** Ends all watches; their versions are then too old. */
  forget(): void {
    this.forgotten.push(this.version++);
    for (const watcher of this.watchers) {
      watcher.end(`${JSON.stringify({ type: 'ERROR', object: { kind: 'Status', code: 410, reason: 'Expired' } })}\n`);
    }
    this.watchers.clear();
  }

  async leave(): Promise<void> {
    await this.server.leave();
    this.watchers.clear();
  }

  async comeBack(): Promise<void> {
    await this.server.comeBack();
  }

  private tell(type: string, { metadata }: PodObject): void {
    this.version++;
    const object = { kind: 'PartialObjectMetadata', metadata: { ...metadata, resourceVersion: String(this.version) } };
    const line = `${JSON.stringify({ type, object })}\n`;
    this.history.push({ version: this.version, line });
    for (const watcher of this.watchers) watcher.write(line);
  }

  private answer({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
    const { searchParams } = new URL(url, 'https://localhost');
    this.asked.push({ path: url, accept: String(headers.accept), token: String(headers.authorization) });
    response.setHeader('Content-Type', 'application/json');
    if (!searchParams.has('watch')) {
      const metadata = { resourceVersion: String(this.version) };
      response.end(JSON.stringify({ kind: 'PartialObjectMetadataList', metadata, items: [...this.pods.values()] }));
      return;
    }
    if (this.forgotten.some((version) => version >= Number(searchParams.get('resourceVersion')))) {
      response.statusCode = 410;
      response.end('{"kind":"Status","code":410}');
      return;
    }
    this.watchers.add(response);
    response.on('close', () => this.watchers.delete(response));
    response.flushHeaders();
    const from = Number(searchParams.get('resourceVersion'));
    for (const { version, line } of this.history) if (version > from) response.write(line);
    const object = { kind: 'PartialObjectMetadata', metadata: { resourceVersion: String(this.version) } };
    response.write(`${JSON.stringify({ type: 'BOOKMARK', object })}\n`);
  }
}
