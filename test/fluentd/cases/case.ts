import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text, or the parts of a long one. */
export type Text = string | readonly (string | { readonly repeat: string; readonly times: number })[];

type Stream = 'stdout' | 'stderr';

interface EventsOfCase {
  readonly lines: readonly Text[];
  readonly stream?: Stream;
  readonly after?: number;
  readonly times?: number;
}

/** A case of lines that make events, as it is written down (README.md). */
export interface EventCase {
  readonly title: string;
  readonly why: string;
  readonly source?: string;
  readonly stream?: Stream;
  readonly mixed?: true;
  readonly log?: readonly Text[];
  readonly events: readonly (readonly Text[] | EventsOfCase)[];
}

/** A line that a container writes, so many seconds after the one before. */
export interface WrittenLine {
  readonly stream: Stream;
  readonly text: string;
  readonly after: number;
}

/** The cases of lines that make events, by their theme. */
export function eventCases(): ReadonlyMap<string, readonly EventCase[]> {
  const files = readdirSync(__dirname).filter((name) => name.endsWith('.json'));
  const themes = files.map((name): [string, EventCase[]] => {
    const cases: Partial<EventCase>[] = JSON.parse(readFileSync(join(__dirname, name), 'utf8'));
    return [name.replace('.json', ''), cases.filter((it): it is EventCase => it.events !== undefined)];
  });
  return new Map(themes.filter(([, cases]) => cases.length > 0));
}

/** What the containers of a case write, unless it has a `log`. */
export function writtenLines(given: EventCase): WrittenLine[] {
  const events = eventsOf(given).map(({ lines, stream, after }) =>
    lines.map((text, index) => ({ stream, text, after: index === 0 ? after : 0 })),
  );
  if (!given.mixed) return events.flat();
  const rows = Math.max(...events.map((lines) => lines.length));
  return Array.from({ length: rows }, (_, row) => events.flatMap((lines) => lines.slice(row, row + 1))).flat();
}

/** The messages that are stored of a case, in the order of each stream. */
export function storedMessages(given: EventCase): { stream: Stream; message: string }[] {
  return eventsOf(given).map(({ lines, stream }) => ({ stream, message: lines.join('\n') }));
}

/** The lines that the runtime of a case wrote, where it has a `log`. */
export function runtimeLines(given: EventCase): string[] | undefined {
  return given.log?.map(textOf);
}

function eventsOf({ events, stream }: EventCase): { lines: string[]; stream: Stream; after: number }[] {
  return events.flatMap((it) => {
    const event: EventsOfCase = 'lines' in it ? it : { lines: it };
    const lines = event.lines.map(textOf);
    const one = { lines, stream: event.stream ?? stream ?? 'stdout', after: event.after ?? 0 };
    return Array.from({ length: event.times ?? 1 }, () => one);
  });
}

function textOf(text: Text): string {
  if (typeof text === 'string') return text;
  return text.map((part) => (typeof part === 'string' ? part : part.repeat.repeat(part.times))).join('');
}
