import type { Document } from './bulk/data-stream';

/** What goes wrong, until it is set otherwise. Shares are of 1. */
export interface Faults {
  /** Data stream whose requests alone meet them. @default - all */
  readonly only?: string;

  /** Time before each answer. In ms. */
  readonly delay?: number;

  /** Share of documents that are refused with 429. */
  readonly rejectedDocuments?: number;

  /** Share of requests that are refused with `status`, and are not carried out. */
  readonly refusedRequests?: number;

  /** Status of refused requests. @default 503 */
  readonly status?: 401 | 403 | 404 | 413 | 429 | 500 | 502 | 503;

  /** Share of requests that are carried out and whose connection is closed without an answer. */
  readonly lostAnswers?: number;

  /** Share of requests that are carried out and whose answer is cut in the middle. */
  readonly cutAnswers?: number;

  /** Share of requests that get a page instead of an answer, with status 200, as from a proxy. */
  readonly pages?: number;

  /** Share of requests that never get an answer, on a connection whose server side is ended. */
  readonly halfClosed?: number;

  /** Why a document is refused with 400; undefined if it is not. */
  readonly refuse?: (document: Document) => string | undefined;
}

const TYPES: Readonly<Record<number, string>> = {
  401: 'security_exception',
  403: 'cluster_block_exception',
  404: 'index_not_found_exception',
  429: 'es_rejected_execution_exception',
};

/** Type of the error with which a request is refused. */
export function refusalType(status: number): string {
  return TYPES[status] ?? 'unavailable_shards_exception';
}

/** Draws of which a share is true: the same ones in every run. */
export class Draws {
  private state = 1;

  /** Whether this one is among the share. */
  isIn(share: number | undefined): boolean {
    if (!share) return false;
    // Numerical Recipes' generator: 32 bits are enough for shares.
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.state / 2 ** 32 < share;
  }
}
