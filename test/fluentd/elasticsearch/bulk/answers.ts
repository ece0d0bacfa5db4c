import type { Refusal } from './body';
import type { Outcome } from './data-stream';
import { filtered } from './filter-path';

/** An answer before it is sent. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  /** @default 'application/json' */
  readonly contentType?: string;
}

/** The item of a document. */
export interface Item {
  readonly action: string;
  readonly index: string;
  readonly outcome: Outcome;
}

/** The answer to a bulk request. */
export function bulkAnswer(items: readonly Item[], filterPath: string | undefined): Answer {
  const body = { errors: items.some(({ outcome }) => outcome.error !== undefined), took: 0, items: items.map(itemOf) };
  return { status: 200, body: JSON.stringify(filterPath === undefined ? body : filtered(body, filterPath)) };
}

/** The answer to a request that is refused as a whole; never filtered. */
export function refusalAnswer({ status, cause }: Refusal): Answer {
  return { status, body: JSON.stringify({ error: { root_cause: [cause], ...cause }, status }) };
}

function itemOf({ action, index, outcome: { id, status, error, failureStore } }: Item): object {
  const stored = {
    _version: 1,
    result: 'created',
    _shards: { total: 1, successful: 1, failed: 0 },
    _seq_no: 0,
    _primary_term: 1,
  };
  return {
    [action]: {
      _index: index,
      _id: id,
      ...(error ? { status, error } : { ...stored, ...(failureStore && { failure_store: 'used' }), status }),
    },
  };
}
