import { Draws, type Faults, refusalType } from '../faults';
import { type Answer, bulkAnswer, type Item, refusalAnswer } from './answers';
import { type Operation, operationsOf, Refusal } from './body';
import { DataStream, type DataStreamSettings, type Document, type Outcome } from './data-stream';

/** A bulk request. */
export interface BulkRequest {
  /** Where documents go that do not say so themselves. */
  readonly index: string | undefined;
  readonly filterPath: string | undefined;
  readonly body: Buffer;
}

/** What a `BulkApi` stores, and how. */
export interface BulkApiOptions<Kept> {
  /** What the data stream of a name takes; undefined if there is none of that name, and none is made. */
  readonly dataStreams: (name: string) => DataStreamSettings | undefined;
  /** What is kept of a document that is stored. */
  readonly keep: (document: Document, source: Buffer) => Kept;
}

const OVERLOAD: Outcome = {
  status: 429,
  id: '',
  error: { type: refusalType(429), reason: 'rejected execution of coordinating operation' },
};

/** Stores documents as the API `_bulk` does. */
export class BulkApi<Kept> {
  /** What goes wrong. */
  faults: Faults = {};
  readonly dataStreams = new Map<string, DataStream<Kept>>();
  private readonly draws = new Draws();

  constructor(private readonly options: BulkApiOptions<Kept>) {}

  answer({ index, filterPath, body }: BulkRequest): Answer {
    try {
      const items = operationsOf(body).map((operation) => this.item(operation, operation.index ?? index ?? ''));
      return bulkAnswer(items, filterPath);
    } catch (error) {
      if (error instanceof Refusal) return refusalAnswer(error);
      throw error;
    }
  }

  private item(operation: Operation, index: string): Item {
    return { action: operation.action, index, outcome: this.outcome(operation, index) };
  }

  private outcome(operation: Operation, index: string): Outcome {
    const { id = '' } = operation;
    const settings = this.options.dataStreams(index);
    if (!settings)
      return { status: 404, id, error: { type: 'index_not_found_exception', reason: `no such index [${index}]` } };
    if (operation.action === 'index' && !settings.isIndex) {
      const reason = 'only write ops with an op_type of create are allowed in data streams';
      return { status: 400, id, error: { type: 'illegal_argument_exception', reason } };
    }
    const { only = index, rejectedDocuments } = this.faults;
    if (only === index && this.draws.isIn(rejectedDocuments)) return { ...OVERLOAD, id };
    return this.dataStream(index, settings).store(operation, this.faults.refuse);
  }

  private dataStream(index: string, settings: DataStreamSettings): DataStream<Kept> {
    const existing = this.dataStreams.get(index);
    if (existing) return existing;
    const added = new DataStream(settings, this.options.keep);
    this.dataStreams.set(index, added);
    return added;
  }
}
