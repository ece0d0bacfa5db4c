/** Why Elasticsearch refuses something. */
export interface Cause {
  readonly type: string;
  readonly reason: string;
  readonly caused_by?: Cause;
}

/** A request that is refused as a whole. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    override readonly cause: Cause,
  ) {
    super(cause.reason);
  }
}

/** One document of a bulk request. */
export interface Operation {
  readonly action: 'create' | 'index';
  /** Where to, if not where the request goes. */
  readonly index?: string;
  /** Elasticsearch makes one where there is none. */
  readonly id?: string;
  readonly source: Buffer;
}

const NEWLINE = 10;
/** The action that nearly all documents come with, which needs no parser. */
const PLAIN = /^\{"create":\{"_id":"([\w+/=-]+)"\}\}$/;
const ACTIONS = ['create', 'delete', 'index', 'update'];
/** Longest id in bytes. */
const MAX_ID = 512;

/**
 * The documents of a body.
 *
 * @throws Refusal for what makes Elasticsearch refuse all of them
 */
export function operationsOf(body: Buffer): Operation[] {
  if (body.length === 0) throw new Refusal(400, { type: 'parse_exception', reason: 'request body is required' });
  if (body.at(-1) !== NEWLINE) throw illegal('The bulk request must be terminated by a newline [\\n]');
  const operations: Operation[] = [];
  const lines = linesOf(body);
  for (let line = 0; line + 1 < lines.length; line += 2) {
    operations.push({ ...actionOf(lines[line] as Buffer, line + 1), source: lines[line + 1] as Buffer });
  }
  const problems = operations.length === 0 ? ['no requests added'] : operations.flatMap(problemsOf);
  if (problems.length > 0) {
    const reason = `Validation Failed: ${problems.map((text, index) => `${index + 1}: ${text};`).join('')}`;
    throw new Refusal(400, { type: 'action_request_validation_exception', reason });
  }
  return operations;
}

/** Lines of a body, without their ends. */
export function linesOf(body: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0, to = body.indexOf(NEWLINE); to >= 0; from = to + 1, to = body.indexOf(NEWLINE, from)) {
    lines.push(body.subarray(from, to));
  }
  return lines;
}

function actionOf(text: Buffer, line: number): Omit<Operation, 'source'> {
  const [, plainId] = PLAIN.exec(text.toString('latin1')) ?? [];
  if (plainId !== undefined) return { action: 'create', id: plainId };
  const [[action, details] = ['']] = Object.entries(parsed(text));
  if (!ACTIONS.includes(action)) {
    const expected = 'expected field [create], [delete], [index] or [update]';
    throw illegal(`Malformed action/metadata line [${line}], ${expected} but found [${action}]`);
  }
  if (action !== 'create' && action !== 'index') throw new Error(`the stand-in does not know the action ${action}`);
  const { _index: index, _id: id } = details as { readonly _index?: string; readonly _id?: string };
  return { action, ...(index !== undefined && { index }), ...(id !== undefined && { id }) };
}

function parsed(text: Buffer): object {
  try {
    return JSON.parse(text.toString()) as object;
  } catch (error) {
    throw new Refusal(400, { type: 'x_content_parse_exception', reason: String(error) });
  }
}

function problemsOf({ id }: Operation): string[] {
  const length = Buffer.byteLength(id ?? '');
  return length > MAX_ID ? [`id [${id}] is too long, must be no longer than ${MAX_ID} bytes but was: ${length}`] : [];
}

function illegal(reason: string): Refusal {
  return new Refusal(400, { type: 'illegal_argument_exception', reason });
}
