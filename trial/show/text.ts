import { type FieldChange, fieldsOf } from '../changes';
import type { Counted, Outcome } from '../events';
import type { ShownEvent, ShownStage, Totals } from './shown';

/** How a part of the text is set off. */
export type Style = 'title' | 'added' | 'removed' | 'bad' | 'minor';

/** Sets a text off. */
export type Emphasis = (style: Style, text: string) => string;

/** What a line of the text may be. */
export interface Form {
  readonly emphasis: Emphasis;

  /** Longest line. In characters. */
  readonly width: number;
}

/** Lines of a text that are shown. */
const MOST_LINES = 12;

/** Longest name of a field to whose length the others are filled up. In characters. */
const WIDEST_NAME = 32;

/** What became of every event, for people. */
export function trialText(events: readonly ShownEvent[], totals: Totals, form: Form): string {
  return [...events.map((event) => eventText(event, form)), totalsText(totals, form)].join('\n');
}

function eventText(event: ShownEvent, form: Form): string {
  const { stream, text, stages, outcome } = event;
  return [
    `${form.emphasis('title', placeText(event))}${stream && form.emphasis('minor', ` of ${stream}`)}`,
    ...block(text, form),
    ...stages.flatMap((stage) => stageLines(stage, outcome, form)),
    ...outcomeLines(event, form),
    '',
  ].join('\n');
}

/** The lines of which an event is made. */
export function placeText({ line, lines }: ShownEvent): string {
  return lines > 1 ? `lines ${line} to ${line + lines - 1}` : `line ${line}`;
}

function stageLines({ stage, changes, counted }: ShownStage, outcome: Outcome, form: Form): string[] {
  const isLast = outcome.kind === 'dropped' && outcome.stage === stage;
  if (changes.length === 0 && counted.length === 0 && !isLast) return [];
  const names = changes.map(({ path }) => path);
  return [
    `${stage}${isLast ? form.emphasis('bad', ': dropped') : ''}`,
    ...changes.flatMap((change) => changeLines(change, names, form)),
    ...counted.map((what) => `  ${form.emphasis('minor', `counted as ${countedText(what, stage)}`)}`),
  ];
}

function changeLines(change: FieldChange, names: readonly string[], form: Form): string[] {
  const { path, before, after } = change;
  const name = filled(path, names);
  if (!('before' in change)) return [form.emphasis('added', field('+', name, after, form))];
  if (!('after' in change)) return [form.emphasis('removed', field('-', name, before, form))];
  return [
    form.emphasis('removed', field('-', name, before, form)),
    form.emphasis('added', field('+', name, after, form)),
  ];
}

function outcomeLines({ outcome, outputs }: ShownEvent, form: Form): string[] {
  const sent = outputs.length > 0 ? [`sent to ${form.emphasis('added', outputs.join(', '))}`] : [];
  return [...sent, ...storedLines(outcome, form)];
}

function storedLines(outcome: Outcome, form: Form): string[] {
  if (outcome.kind === 'dropped' || outcome.kind === 'sent') return [];
  if (outcome.kind === 'dead letter') return [form.emphasis('bad', 'dead letter: it can be stored in no form')];
  const fields = fieldsOf(outcome.document);
  const names = [...fields.keys()];
  return [
    `stored in ${form.emphasis('added', outcome.dataStream)}`,
    ...[...fields].map(([path, value]) => field(' ', filled(path, names), value, form)),
  ];
}

function totalsText(totals: Totals, { emphasis }: Form): string {
  const { lines, events, stored, sent, dropped, deadLetters, pipelineErrors } = totals;
  const parts = [
    `${stored} stored${pipelineErrors > 0 ? ` (${pipelineErrors} of them changed or withheld, as pipeline_error)` : ''}`,
    ...(sent > 0 ? [`${sent} sent elsewhere`] : []),
    `${dropped} dropped`,
    ...(deadLetters > 0 ? [plural(deadLetters, 'dead letter')] : []),
  ];
  const counts = `${plural(lines, 'line')}, ${plural(events, 'event')}`;
  return `${emphasis('title', counts)}: ${parts.join(', ')}\n`;
}

/** What was counted, in words: `changed records, reason encoding` for a metric of `fluentd_elasticsearch_fit`. */
export function countedText({ metric, labels }: Counted, stage: string): string {
  const words = metric
    .replace(`fluentd_${stage}_`, '')
    .replace(/_total$/, '')
    .replaceAll('_', ' ');
  return [words, ...Object.entries(labels).map(([name, value]) => `${name} ${value}`)].join(', ');
}

function field(sign: string, name: string, value: unknown, form: Form): string {
  const text = typeof value === 'string' && !/[\n\r\t]|^$|^ | $/.test(value) ? value : JSON.stringify(value);
  return cut(`  ${sign} ${name}  `, text, form);
}

function filled(name: string, names: readonly string[]): string {
  return name.padEnd(Math.min(WIDEST_NAME, Math.max(...names.map(({ length }) => length))));
}

/** A text with its own lines. */
function block(text: string, form: Form): string[] {
  const lines = text.split('\n');
  const shown = lines.slice(0, MOST_LINES).map((line) => cut('  ', line.replaceAll('\t', '    '), form));
  const rest = lines.length - MOST_LINES;
  return rest > 0 ? [...shown, form.emphasis('minor', `  and ${plural(rest, 'more line')}`)] : shown;
}

/** A text without what a terminal would obey, behind `start`, and not longer than the terminal is wide. */
function cut(start: string, text: string, { width }: Form): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
  const safe = text.replace(/[\u0000-\u001f\u007f-\u009f]/g, (char) => `\\u${hex(char)}`);
  const characters = [...safe];
  if (start.length + characters.length <= width) return start + safe;
  const end = ` ... (${characters.length.toLocaleString('en')} characters)`;
  return start + characters.slice(0, Math.max(0, width - start.length - end.length)).join('') + end;
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0');
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
