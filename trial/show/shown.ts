import { changesBetween, type FieldChange } from '../changes';
import { lineAt } from '../container-lines';
import type { Counted, Outcome, TrialEvent } from '../events';

/** An event as it is shown. */
export interface ShownEvent {
  /** The first of the given lines that it is made of, from 1. */
  readonly line: number;

  /** Lines of its text. */
  readonly lines: number;

  readonly stream: string;

  /** Its text as the input made it of the lines. */
  readonly text: string;

  /** What happened to it, directive by directive. */
  readonly stages: readonly ShownStage[];

  /** What became of it. */
  readonly outcome: Outcome;

  /** Names of the outputs besides that of the stack that would get it. */
  readonly outputs: readonly string[];
}

/** What a directive did to an event. */
export interface ShownStage {
  readonly stage: string;
  readonly changes: readonly FieldChange[];
  readonly counted: readonly Counted[];
}

/** How many events became what. */
export interface Totals {
  readonly lines: number;
  readonly events: number;
  readonly stored: number;
  /** Those that go to other outputs alone. */
  readonly sent: number;

  readonly dropped: number;
  readonly deadLetters: number;

  /** Of those that are stored, those whose content was changed or withheld. */
  readonly pipelineErrors: number;
}

/** Events as they are shown; `offsets` says where in the file the given lines begin. */
export function shownEvents(events: readonly TrialEvent[], offsets: readonly number[]): ShownEvent[] {
  return events.map(({ record, offset, steps, outcome, outputs }) => {
    const text = String(record.message ?? '');
    return {
      line: lineAt(offsets, offset),
      lines: text.split('\n').length,
      stream: String(record.stream ?? ''),
      text,
      stages: steps.map(({ stage, before, after, counted }) => ({
        stage,
        changes: after ? changesBetween(before, after) : [],
        counted,
      })),
      outcome,
      outputs,
    };
  });
}

/** How many events became what. */
export function totalsOf(events: readonly ShownEvent[], lines: number): Totals {
  const count = (fits: (outcome: Outcome) => boolean) => events.filter(({ outcome }) => fits(outcome)).length;
  return {
    lines,
    events: events.length,
    stored: count(({ kind }) => kind === 'stored'),
    sent: count(({ kind }) => kind === 'sent'),
    dropped: count(({ kind }) => kind === 'dropped'),
    deadLetters: count(({ kind }) => kind === 'dead letter'),
    pipelineErrors: count(isPipelineError),
  };
}

function isPipelineError(outcome: Outcome): boolean {
  if (outcome.kind !== 'stored') return false;
  return (outcome.document.event as { kind?: string } | undefined)?.kind === 'pipeline_error';
}
