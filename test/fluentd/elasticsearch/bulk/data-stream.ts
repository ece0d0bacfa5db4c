import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { Cause, Operation } from './body';
import { type Field, type Rules, refusalOf } from './mapping';

/** What a data stream takes. */
export interface DataStreamSettings {
  /** Fields that it checks. */
  readonly mapping: Field;
  /** As in the index mode `logsdb`. @default true */
  readonly ignoresMalformed?: boolean;
  /** Whether what is refused is stored apart, and told as stored. @default false */
  readonly failureStore?: boolean;
  /** Whether it is a plain index, which takes documents without a time and any operation. @default false */
  readonly isIndex?: boolean;
}

/** A document as it was sent. */
export type Document = Readonly<Record<string, unknown>>;

/** What became of a document, as in the item of an answer. */
export interface Outcome {
  readonly status: number;
  readonly id: string;
  readonly error?: Cause;
  readonly failureStore?: boolean;
}

const METADATA = ['_field_names', '_id', '_ignored', '_index', '_routing', '_seq_no', '_source', '_tier', '_version'];

/** The documents of a data stream, or of an index. */
export class DataStream<Kept> {
  /** What was kept of each document, by its id. */
  readonly documents = new Map<string, Kept>();
  /** Documents in the failure store. */
  failures = 0;
  private readonly rules: Rules;

  constructor(
    private readonly settings: DataStreamSettings,
    private readonly keep: (document: Document, source: Buffer) => Kept,
  ) {
    this.rules = { ignoresMalformed: settings.ignoresMalformed ?? true, constants: new Map() };
  }

  /** Stores a document, or says why not. */
  store(
    { action, id = randomUUID(), source }: Operation,
    refuse?: (document: Document) => string | undefined,
  ): Outcome {
    const document = this.parse(source, id);
    if (document.cause) return this.refused(id, document.cause);
    const reason = refuse?.(document.value);
    if (reason) return this.refused(id, parsing(reason, { type: 'illegal_argument_exception', reason }));
    if (action === 'create' && this.documents.has(id)) {
      const conflict = `[${id}]: version conflict, document already exists (current version [1])`;
      return { status: 409, id, error: { type: 'version_conflict_engine_exception', reason: conflict } };
    }
    this.documents.set(id, this.keep(document.value, source));
    return { status: 201, id };
  }

  private refused(id: string, error: Cause): Outcome {
    if (!this.settings.failureStore) return { status: 400, id, error };
    this.failures += 1;
    return { status: 201, id, failureStore: true };
  }

  private parse(source: Buffer, id: string): Parsed {
    const parsed = documentOf(source);
    const cause = parsed.cause ?? refusal(parsed.value, id, this.settings, this.rules);
    return cause ? { value: parsed.value, cause } : parsed;
  }
}

interface Parsed {
  readonly value: Document;
  readonly cause?: Cause;
}

function refusal(value: Document, id: string, settings: DataStreamSettings, rules: Rules): Cause | undefined {
  const metadata = METADATA.find((name) => name in value);
  if (metadata) {
    return parsing(
      `Field [${metadata}] is a metadata field and cannot be added inside a document. Use the index API request parameters.`,
    );
  }
  if (!settings.isIndex && !('@timestamp' in value))
    return parsing('data stream timestamp field [@timestamp] is missing');
  const cause = refusalOf(value, { properties: {}, ...settings.mapping }, '', rules);
  return cause && { ...cause, reason: `[1:1] ${cause.reason} in document with id '${id}'` };
}

function documentOf(source: Buffer): Parsed {
  if (!isUtf8(source)) return unreadable('Invalid UTF-8');
  try {
    const value: unknown = JSON.parse(source.toString());
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value: value as Document };
    return unreadable('not an object');
  } catch (error) {
    return unreadable(String(error));
  }
}

function unreadable(reason: string): Parsed {
  return { value: {}, cause: parsing(reason, { type: 'x_content_parse_exception', reason }) };
}

function parsing(reason: string, caused_by: Cause = { type: 'illegal_argument_exception', reason }): Cause {
  return { type: 'document_parsing_exception', reason: `[1:1] failed to parse: ${reason}`, caused_by };
}
