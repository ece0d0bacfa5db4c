import { MAPPINGS } from '../../../constructs/lifecycle/mappings';
import { type Answer, refusalAnswer } from './bulk/answers';
import { BulkApi, type BulkApiOptions } from './bulk/api';
import { Refusal } from './bulk/body';
import type { DataStreamSettings } from './bulk/data-stream';
import { answerType } from './bulk/media-types';
import { type Request, type Service, serve } from './exchange';
import { Draws, type Faults } from './faults';
import { TlsServer } from './server';
import { Sink } from './sink';

/** How a stand-in for Elasticsearch behaves. */
export interface StandInOptions<Kept> {
  /** What is kept of a document that is stored. */
  readonly keep: BulkApiOptions<Kept>['keep'];
  /** What data streams take; undefined for a name of which there is none. @default - `logs-*` with our mapping; other names are indices */
  readonly dataStreams?: BulkApiOptions<Kept>['dataStreams'];
  /** Major version. @default 9 */
  readonly major?: 8 | 9;
  /** `http.max_content_length` in bytes. @default 100 MiB */
  readonly maxContentLength?: number;
  /** Header that a client must send. @default - none */
  readonly authorization?: string;
  /** Whether it says who it is; a distribution without its modules does not. @default true */
  readonly hasInfo?: boolean;
  /** Whether it takes everything and looks at nothing. @default false */
  readonly isSink?: boolean;
  /** Name of this machine in its address and certificate. @default 'localhost' */
  readonly name?: string;
}

/** What came in. */
export interface Traffic {
  requests: number;
  /** Of bodies. */
  bytes: number;
  /** Requests by the status of the answer; 0 for none. */
  readonly statuses: Record<number, number>;
}

function everyLog(name: string): DataStreamSettings {
  return name.startsWith('logs-') ? { mapping: MAPPINGS } : { mapping: {}, isIndex: true };
}

/** An Elasticsearch for tests: it answers `_bulk` as recorded answers of real nodes do, and fails when it is told to. */
export class StandIn<Kept> {
  readonly traffic: Traffic = { requests: 0, bytes: 0, statuses: {} };
  private readonly sink: Sink | undefined;
  private readonly api: BulkApi<Kept>;
  private readonly service: Service;
  private server: TlsServer | undefined;

  private constructor(private readonly options: StandInOptions<Kept>) {
    const { dataStreams = everyLog, keep, isSink, maxContentLength = 100 * 2 ** 20 } = options;
    this.sink = isSink ? new Sink() : undefined;
    this.api = new BulkApi({ dataStreams, keep });
    const { api } = this;
    this.service = {
      get faults() {
        return api.faults;
      },
      draws: new Draws(),
      maxContentLength,
      answer: (request) => this.answer(request),
    };
  }

  /** Starts one on a free port. */
  static async start<Kept>(options: StandInOptions<Kept>): Promise<StandIn<Kept>> {
    const standIn = new StandIn(options);
    standIn.server = await TlsServer.start(async (request, response) => {
      // Who goes while he is served has no answer.
      const { bytes, status } = await serve(request, response, standIn.service).catch(() => ({ bytes: 0, status: 0 }));
      standIn.traffic.requests += 1;
      standIn.traffic.bytes += bytes;
      standIn.traffic.statuses[status] = (standIn.traffic.statuses[status] ?? 0) + 1;
    }, options.name);
    return standIn;
  }

  /** Its address and the authority of its certificate, as PEM. */
  get endpoint(): { readonly url: string; readonly authority: string } {
    if (!this.server) throw new Error('the stand-in was not started');
    return { url: this.server.url, authority: this.server.authority };
  }

  /** What goes wrong from now on. */
  set faults(faults: Faults) {
    this.api.faults = faults;
  }

  /** Names of the data streams and indices that have documents. */
  get dataStreams(): string[] {
    return [...this.api.dataStreams.keys()];
  }

  /** What was kept of the documents of a data stream, by their ids. */
  documents(dataStream: string): ReadonlyMap<string, Kept> {
    return this.api.dataStreams.get(dataStream)?.documents ?? new Map();
  }

  /** How many documents a sink has taken. */
  get taken(): number {
    return this.sink?.documents ?? 0;
  }

  /** Refuses connections until `comeBack`. */
  async leave(): Promise<void> {
    await this.server?.leave();
  }

  /** Takes connections again, on the same port. */
  async comeBack(): Promise<void> {
    await this.server?.comeBack();
  }

  private answer(request: Request): Answer {
    const { authorization, major = 9 } = this.options;
    try {
      if (authorization !== undefined && request.headers.authorization !== authorization) throw UNAUTHORIZED;
      const { 'content-type': sent, accept } = request.headers;
      return { contentType: answerType(major, sent, accept), ...this.resource(request) };
    } catch (error) {
      if (error instanceof Refusal) return refusalAnswer(error);
      throw error;
    }
  }

  private resource({ method, url, body }: Request): Answer {
    const [, index, isBulk] = /^(?:\/(?!_)([^/]+))?(\/_bulk)?\/?$/.exec(url.pathname) ?? [];
    if (!isBulk) return this.info(method, url);
    const filterPath = url.searchParams.get('filter_path') ?? undefined;
    if (this.sink) return this.sink.answer(body, filterPath);
    return this.api.answer({ index: index && decodeURIComponent(index), filterPath, body: Buffer.concat(body) });
  }

  private info(method: string, url: URL): Answer {
    const { hasInfo = true, major = 9 } = this.options;
    if (hasInfo && url.pathname === '/') {
      const version = { number: major === 9 ? '9.5.0' : '8.19.8', build_flavor: 'default' };
      return {
        status: 200,
        body: method === 'HEAD' ? '' : JSON.stringify({ version, tagline: 'You Know, for Search' }),
      };
    }
    const error = `Incorrect HTTP method for uri [${url.pathname}] and method [${method}], allowed: [DELETE]`;
    return { status: 405, body: JSON.stringify({ error, status: 405 }) };
  }
}

const UNAUTHORIZED = new Refusal(401, { type: 'security_exception', reason: 'unable to authenticate user' });
