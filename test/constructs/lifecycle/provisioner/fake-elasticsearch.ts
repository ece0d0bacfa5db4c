import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';

/** Status and body of an answer. */
export type FakeAnswer = readonly [status: number, body?: object];

/** A server on the loopback interface that keeps objects like Elasticsearch, or answers what a test says. */
export class FakeElasticsearch {
  /** Method and path of every request, in their order. */
  readonly requests: string[] = [];

  /** Objects by path. */
  readonly objects = new Map<string, unknown>();

  /** What a test answers itself; `undefined` leaves it to the server. */
  answer: (line: string, body: unknown) => FakeAnswer | undefined = () => undefined;

  /** User and password that are accepted. */
  credentials = '';

  /** API key that is accepted instead. */
  apiKey = '';

  private readonly server: Server;

  constructor(tls: { readonly key: string; readonly cert: string }) {
    this.server = createServer(tls, (request, response) => void this.handle(request, response));
  }

  /** Starts to listen; returns the URL. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `https://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  /** Stops to listen. */
  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Requests that could change something. */
  get writes(): string[] {
    return this.requests.filter((line) => !line.startsWith('GET') && !line.includes('_simulate'));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const line = `${request.method} ${request.url}`;
    this.requests.push(line);
    const body = text ? JSON.parse(text) : undefined;
    const [status, answer] =
      request.headers.authorization === this.authorization
        ? (this.answer(line, body) ?? this.keep(request, body))
        : refusal(401, 'who are you?');
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? {}));
  }

  private get authorization(): string {
    return this.apiKey ? `ApiKey ${this.apiKey}` : `Basic ${Buffer.from(this.credentials).toString('base64')}`;
  }

  private keep({ method, url = '' }: IncomingMessage, body: unknown): FakeAnswer {
    const [path = ''] = url.split('?');
    if (method === 'PUT') {
      this.objects.set(path, body);
      return [200, { acknowledged: true }];
    }
    if (method === 'DELETE') return this.objects.delete(path) ? [200, { acknowledged: true }] : refusal(404, 'missing');
    if (path.startsWith('/_resolve/index/')) return [200, { data_streams: [] }];
    const found = [...this.objects].filter(([key]) => key === path || key.startsWith(`${path}/`));
    return found.length > 0 ? [200, listed(path, found)] : refusal(404, 'not found');
  }
}

/** An error as Elasticsearch writes it. */
export function refusal(status: number, reason: string, cause?: string): FakeAnswer {
  return [status, { error: { reason, ...(cause && { caused_by: { reason: cause } }) }, status }];
}

// biome-ignore lint/suspicious/noExplicitAny: bodies of any form
function listed(path: string, found: [string, any][]): object {
  const named = found.map(([key, body]) => ({ name: key.slice(key.lastIndexOf('/') + 1), body }));
  if (path.startsWith('/_index_template')) {
    return { index_templates: named.map(({ name, body }) => ({ name, index_template: asReturned(body) })) };
  }
  if (path.startsWith('/_component_template')) {
    return { component_templates: named.map(({ name, body }) => ({ name, component_template: body })) };
  }
  if (path.startsWith('/_slm/policy')) {
    return Object.fromEntries(named.map(({ name, body }) => [name, { version: 1, policy: body }]));
  }
  if (path.startsWith('/_ilm/policy')) {
    return Object.fromEntries(named.map(({ name, body }) => [name, { version: 1, ...body, in_use_by: {} }]));
  }
  return Object.fromEntries(named.map(({ name, body }) => [name, { uuid: 'x', ...body }]));
}

/** What Elasticsearch makes of a template: nested settings with texts for numbers, and defaults. */
// biome-ignore lint/suspicious/noExplicitAny: bodies of any form
function asReturned({ template, data_stream, ...other }: any): object {
  const settings = Object.entries(template?.settings ?? {}).map(([key, value]) => [
    key.replace(/^index\./, ''),
    Array.isArray(value) ? value : String(value),
  ]);
  return {
    created_date_millis: 1,
    ...other,
    template: { ...template, ...withLifecycles(template), settings: { index: Object.fromEntries(settings) } },
    ...(data_stream && { data_stream: { hidden: false, allow_custom_routing: false } }),
  };
}

/** A lifecycle that is there is enabled, unless it says otherwise, and Elasticsearch says so. */
// biome-ignore lint/suspicious/noExplicitAny: bodies of any form
function withLifecycles({ lifecycle, data_stream_options: options }: any = {}): object {
  const enabled = (inner: object | undefined) => inner && { enabled: true, ...inner };
  const store = options?.failure_store;
  return {
    ...(lifecycle && { lifecycle: enabled(lifecycle) }),
    ...(store && { data_stream_options: { failure_store: { ...store, lifecycle: enabled(store.lifecycle) } } }),
  };
}
