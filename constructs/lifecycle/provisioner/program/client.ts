import { request } from 'node:https';

/** How to reach Elasticsearch. Functions are called for every request: a mounted Secret changes under a running pod. */
export interface Connection {
  /** Base URL, `https://<host>:<port>`. */
  readonly url: string;

  /** Certificates of the authorities that are trusted, PEM; nothing for those that Node.js trusts. */
  readonly ca: () => string | undefined;

  /** Value of the header that signs in. */
  readonly authorization: () => string;

  /** Until when what may pass is tried again, in ms since 1970. */
  readonly deadline: number;

  /** Prints a line. */
  readonly say: (line: string) => void;
}

/** What Elasticsearch answers. */
export interface Answer {
  /** HTTP status. */
  readonly status: number;

  // biome-ignore lint/suspicious/noExplicitAny: each caller knows the form of the answer that it asks for
  readonly body: any;
}

/** A failure that trying again does not mend; its message is all that an operator needs. */
export class Failure extends Error {}

/** Errors of TLS that say: this is not the server, or not the authority, that was meant. */
const NOT_TRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET|ALTNAME|SIGNATURE|ERR_SSL|EPROTO/;

const LONGEST_PAUSE = 16;

/**
 * Sends requests to Elasticsearch. What may pass is tried again until the deadline, with growing pauses: no connection, no
 * elected master, too many requests, and a refused password, because a rotated one reaches the nodes a minute after it
 * reaches this pod. A certificate that is not trusted is final; every other answer is the caller's.
 */
export class Client {
  /** Requests that were answered. */
  requests = 0;

  /** Those among them that could change something. */
  writes = 0;

  constructor(private readonly connection: Connection) {}

  /** @throws Failure when time is up, or the server is not trusted */
  async send(method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<Answer> {
    for (let pause = 1; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      const problem = await this.attempt(method, path, body);
      if (typeof problem !== 'string') return problem;
      if (Date.now() + pause * 1_000 > this.connection.deadline) {
        throw new Failure(`${method} ${path}: gave up; ${problem}`);
      }
      this.connection.say(`waiting ${pause} s: ${problem}`);
      await new Promise((resolve) => setTimeout(resolve, pause * 1_000));
    }
  }

  /** The answer, or why it may be worth to try again. */
  private async attempt(method: string, path: string, body: unknown): Promise<Answer | string> {
    const { url } = this.connection;
    try {
      const answer = await this.once(method, path, body);
      const { status } = answer;
      if (status === 401 || status === 429 || status >= 500) return `HTTP ${status}: ${reasonOf(answer.body)}`;
      this.requests += 1;
      // The simulation of a template is a POST that changes nothing.
      if (method !== 'GET' && !path.includes('/_simulate')) this.writes += 1;
      return answer;
    } catch (error) {
      const { code = '', message } = error as NodeJS.ErrnoException;
      if (NOT_TRUSTED.test(code)) throw new Failure(`no trusted connection to ${url}: ${code}: ${message}`);
      return `no connection to ${url}: ${message || code}`;
    }
  }

  private once(method: string, path: string, body: unknown): Promise<Answer> {
    const { url, ca, authorization } = this.connection;
    const text = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, url),
        {
          method,
          ca: ca(),
          timeout: 60_000,
          headers: {
            authorization: authorization(),
            accept: 'application/json',
            ...(text && { 'content-type': 'application/json' }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            resolve({ status: response.statusCode ?? 0, body: parsed(Buffer.concat(chunks).toString()) });
          });
        },
      );
      sent.on('timeout', () => sent.destroy(new Error('no answer within 60 s')));
      sent.on('error', reject);
      sent.end(text);
    });
  }
}

/** Elasticsearch's own words for a refusal, with what caused it. */
export function reasonOf(body: unknown): string {
  const { error } = (body ?? {}) as { error?: Cause | string };
  if (error === undefined) return typeof body === 'string' ? body : JSON.stringify(body);
  return typeof error === 'string' ? error : reasons(error).join(': ');
}

interface Cause {
  readonly reason?: string;
  readonly caused_by?: Cause;
}

function reasons({ reason, caused_by }: Cause): string[] {
  return [...(reason ? [reason] : []), ...(caused_by ? reasons(caused_by) : [])];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
