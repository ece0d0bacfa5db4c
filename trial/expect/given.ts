import { AssertionError } from 'node:assert';
import { InputError } from '../../review/errors';
import type { TrialEvent } from '../events';
import { type ShownEvent, shownEvents, totalsOf } from '../show/shown';
import { countedText, type Form, placeText, trialText } from '../show/text';
import { holdsText, type Mismatch, mismatches } from './matching';
import type { ExpectedDocument, PipelineExpectations } from './types';

/** How the events are shown in the message of an error. */
const FORM: Form = { emphasis: (_, text) => text, width: 160 };

/** Lines that were given, and what is expected of them. */
export class Given implements PipelineExpectations {
  /**
   * @param container whose lines they are
   * @param ask gives what became of them; undefined if nobody looked
   */
  constructor(
    private readonly container: string,
    private readonly lines: readonly Uint8Array[],
    private readonly offsets: readonly number[],
    private readonly ask: () => Promise<readonly TrialEvent[] | undefined>,
  ) {}

  emits(documents: readonly ExpectedDocument[]): Promise<void> {
    return this.expect('emits', this.emits, (events) => {
      const stored = events.filter(isStored);
      const mistakes = Array.from({ length: Math.max(stored.length, documents.length) }, (_, index) =>
        differenceOf(stored[index], documents[index], index + 1),
      ).flat();
      const what = `to emit ${documents.length} ${documents.length === 1 ? 'document' : 'documents'} of ${this.container}, `;
      const got = stored.length === documents.length ? 'which differ' : `got ${stored.length}`;
      return { what: what + got, mistakes, expected: documents, actual: stored.map(({ outcome }) => outcome.document) };
    });
  }

  drops(reason?: string): Promise<void> {
    return this.expect('drops', this.drops, (events) => {
      const as = reason === undefined ? '' : ` as ${JSON.stringify(reason)}`;
      const mistakes = events.flatMap((event) => {
        if (event.outcome.kind !== 'dropped') return [`${placeText(event)} is not dropped`];
        if (reason === undefined || isCountedAs(event, reason)) return [];
        return [`${placeText(event)} is dropped by ${event.outcome.stage}, ${countsOf(event)}`];
      });
      return { what: `to drop all lines of ${this.container}${as}`, mistakes };
    });
  }

  redacts(texts: string | readonly string[], pattern?: string): Promise<void> {
    const secrets = typeof texts === 'string' ? [texts] : texts;
    for (const secret of secrets) {
      // Otherwise nothing would be shown by it.
      if (secret === '' || !this.lines.some((line) => Buffer.from(line).toString().includes(secret))) {
        throw new InputError(
          `[redacts] must be texts of the given lines, got ${JSON.stringify(secret)}; write it as it is in a line`,
        );
      }
    }
    return this.expect('redacts', this.redacts, (events) => {
      const mistakes = events.flatMap((event) => {
        if (!isStored(event)) return [`${placeText(event)} is not stored`];
        return secrets
          .filter((secret) => holdsText(event.outcome.document, secret))
          .map((secret) => `${placeText(event)} still has ${JSON.stringify(secret)}`);
      });
      if (pattern !== undefined && !events.some((event) => isCountedAs(event, pattern))) {
        mistakes.push(`nothing is counted as ${JSON.stringify(pattern)}: ${events.map(countsOf).join('; ')}`);
      }
      return { what: `to redact ${secrets.map((secret) => JSON.stringify(secret)).join(', ')}`, mistakes };
    });
  }

  toRoute(route: string): Promise<void> {
    return this.expect('toRoute', this.toRoute, (events) => {
      const mistakes = events.flatMap((event) => {
        if (!isStored(event)) return [`${placeText(event)} is not stored`];
        const { dataset } = (event.outcome.document.data_stream ?? {}) as { dataset?: string };
        return dataset === route ? [] : [`${placeText(event)} goes to the route ${JSON.stringify(dataset)}`];
      });
      return { what: `to store ${this.container} by the route ${JSON.stringify(route)}`, mistakes };
    });
  }

  /** @param caller below which the stack begins, so that it shows the line of the test */
  private expect(operator: string, caller: unknown, check: (events: readonly ShownEvent[]) => Verdict): Promise<void> {
    const called = { stack: '' };
    Error.captureStackTrace(called, caller as () => void);
    return this.check(operator, called.stack, check);
  }

  private async check(operator: string, stack: string, check: (events: readonly ShownEvent[]) => Verdict) {
    const events = await this.ask();
    if (!events) return;
    const shown = shownEvents(events, this.offsets);
    const { what, mistakes, expected, actual } = check(shown);
    // Of nothing anything could be said.
    if (shown.length === 0 && operator !== 'emits') mistakes.push('none of the lines became an event');
    if (mistakes.length === 0) return;
    const became = trialText(shown, totalsOf(shown, this.lines.length), FORM);
    const message = `expected the pipeline ${what}:\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}\n\n${became}`;
    const error = new AssertionError({ message, operator, expected, actual });
    // Frames of a trace that was logged are none of the test.
    const unlikeFrames = message.replace(/^\s*at /gm, '| $&');
    error.stack = `${error.name}: ${unlikeFrames}\n${stack.split('\n').slice(1).join('\n')}`;
    throw error;
  }
}

/** What an expectation has found. */
interface Verdict {
  readonly what: string;
  readonly mistakes: string[];
  readonly expected?: unknown;
  readonly actual?: unknown;
}

type StoredEvent = ShownEvent & { readonly outcome: Extract<ShownEvent['outcome'], { kind: 'stored' }> };

function isStored(event: ShownEvent): event is StoredEvent {
  return event.outcome.kind === 'stored';
}

function isCountedAs({ stages }: ShownEvent, label: string): boolean {
  return stages.some(({ counted }) => counted.some(({ labels }) => Object.values(labels).includes(label)));
}

function countsOf({ stages }: ShownEvent): string {
  const counts = stages.flatMap(({ stage, counted }) => counted.map((what) => countedText(what, stage)));
  return counts.length === 0 ? 'counted as nothing' : `counted as ${counts.join(' and ')}`;
}

function differenceOf(
  event: StoredEvent | undefined,
  expected: ExpectedDocument | undefined,
  number: number,
): string[] {
  if (!event) return [`${number}. there is none, expected ${valueText(expected)}`];
  const place = `${number}. ${placeText(event)}`;
  if (expected === undefined) return [`${place} is not expected`];
  return mismatches(expected, event.outcome.document).map((mismatch) => `${place}: ${mismatchText(mismatch)}`);
}

function mismatchText({ path, expected, got }: Mismatch): string {
  const found = got === undefined ? 'is not there' : `is ${valueText(got)}`;
  return `${path} ${found}, expected ${valueText(expected)}`;
}

function valueText(value: unknown): string {
  return value instanceof RegExp ? String(value) : (JSON.stringify(value) ?? String(value));
}
