import { LEADING_ON, type Stage } from './rewired';
import type { SentDocument } from './sink';

/** A record, or what is seen of one: bytes that are not UTF-8 are written as `\xE9`. */
export type TrialRecord = Readonly<Record<string, unknown>>;

/** Something that a directive has counted while it had a record, e.g. that it was dropped, and by which rule. */
export interface Counted {
  /** Name of the metric. */
  readonly metric: string;

  /** What it was counted under. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A record at a directive. */
export interface Step {
  /** The directive, e.g. `elasticsearch_fit`. */
  readonly stage: string;

  /** The record as the directive got it. */
  readonly before: TrialRecord;

  /** The record as it left the directive; undefined if it did not. */
  readonly after: TrialRecord | undefined;

  /** What the directive has counted for it. */
  readonly counted: readonly Counted[];
}

/** What became of an event. */
export type Outcome =
  /** It would be stored. */
  | ({ readonly kind: 'stored' } & SentDocument)
  /** It did not leave a directive: nobody would find it. */
  | { readonly kind: 'dropped'; readonly stage: string }
  /** It would go to other outputs alone. */
  | { readonly kind: 'sent' }
  /** It would be kept on the node as a dead letter. */
  | { readonly kind: 'dead letter' };

/** An event on its way through the collector. */
export interface TrialEvent {
  /** What the input made of the lines. */
  readonly record: TrialRecord;

  /** Where its first line begins in the file. In bytes. */
  readonly offset: number;

  /** What happened to it, directive by directive. */
  readonly steps: readonly Step[];

  /** What became of it. */
  readonly outcome: Outcome;

  /** Names of the outputs besides that of the stack that would get it. */
  readonly outputs: readonly string[];
}

/** A record that passed, as the tap has written it down. */
export interface Passed {
  readonly place: number;
  readonly record: TrialRecord;
  readonly counted: readonly Counted[];
}

/** The output of what can be stored in no form. */
const DEAD_LETTERS = 'dead_letters';

/** What is known of an event while it is on its way. */
export class Way {
  /** By the place of the directive. */
  private readonly passed = new Map<number, Passed>();

  constructor(
    private readonly stages: readonly Stage[],
    private readonly sent: () => SentDocument | undefined,
  ) {}

  /** Adds a record of it; the first at a place counts, as what is tried again is the same. */
  add(passed: Passed): void {
    if (!this.passed.has(passed.place)) this.passed.set(passed.place, passed);
  }

  /** Whether it can still arrive somewhere. */
  get isUnderWay(): boolean {
    const { types, further } = this.ends();
    const isAtStack = types.length > further.length && !types.includes(DEAD_LETTERS);
    return isAtStack && this.sent() === undefined;
  }

  /** What became of it. */
  event(): TrialEvent {
    const places = [...this.passed.values()].sort((a, b) => a.place - b.place);
    const record = places[0]?.record ?? {};
    const steps = places.flatMap(({ place, record: before, counted }, index): Step[] => {
      const stage = this.stages[place];
      if (!stage || stage.isOutput || LEADING_ON.includes(stage.type)) return [];
      return [{ stage: stage.type, before, after: places[index + 1]?.record, counted }];
    });
    const { offset = 0 } = (record.log ?? {}) as { offset?: number };
    return { record, offset, steps, outcome: this.outcome(), outputs: this.ends().further };
  }

  private outcome(): Outcome {
    const sent = this.sent();
    if (sent) return { kind: 'stored', ...sent };
    const { types, further } = this.ends();
    if (types.includes(DEAD_LETTERS)) return { kind: 'dead letter' };
    return further.length > 0 ? { kind: 'sent' } : { kind: 'dropped', stage: this.last.type };
  }

  /** Outputs that it has come to: their types, and the names of those besides that of the stack. */
  private ends(): { readonly types: readonly string[]; readonly further: readonly string[] } {
    const outputs = [...this.passed.keys()]
      .sort((a, b) => a - b)
      .flatMap((place) => this.stages[place] ?? [])
      .filter(({ isOutput }) => isOutput);
    return { types: outputs.map(({ type }) => type), further: outputs.flatMap(({ output }) => output ?? []) };
  }

  private get last(): Stage {
    const stage = this.stages[Math.max(...this.passed.keys())];
    if (!stage) throw new Error('a record must have passed a directive');
    return stage;
  }
}
