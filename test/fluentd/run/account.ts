import { keyOf, linesOf } from '../kubelet/events';
import type { Written } from '../kubelet/load';

/** What is read of a document that was stored. */
export interface StoredEvent {
  readonly '@timestamp'?: string;
  readonly message?: string;
  readonly log?: { readonly offset?: number; readonly flags?: readonly string[] };
  readonly kubernetes?: { readonly namespace_name: string; readonly pod_name: string };
  /** When it was stored. In ms since 1970. */
  readonly storedAt?: number;
}

/** What became of everything that was written. */
export interface Account {
  /** Lines that were written. */
  readonly written: number;

  /** Documents. */
  readonly stored: number;

  /** Lines in no document. */
  readonly lost: number;

  /** Their bytes, with what the runtime adds. */
  readonly lostBytes: number;

  /** Documents with an event that another document has. */
  readonly duplicates: number;

  /** Documents that stand in the wrong place when the events of a container are sorted by time, then by offset. */
  readonly misplaced: number;

  /** Messages that no container wrote, or wrote in another form; the first few. */
  readonly foreign: readonly string[];
}

/** Compares every document with what was written; nothing but the text decides. */
export function account(written: Written, documents: Iterable<StoredEvent>): Account {
  const stored = written.events.map((count) => new Uint8Array(count));
  const places = written.events.map((): Position[] => []);
  const foreign: string[] = [];
  const found = { documents: 0, lines: 0, bytes: 0 };
  const find = (message: string) => {
    found.lines += message.split('\n').length;
    // Line breaks and all.
    found.bytes += Buffer.byteLength(message) + 1;
  };
  let duplicates = 0;
  for (const document of documents) {
    found.documents++;
    const message = document.message ?? '';
    const key = keyOf(message);
    const seen = key && stored[key.container];
    if (!seen || key.place >= seen.length || message !== linesOf(key.container, key.place).join('\n')) {
      // Its lines are stored nevertheless, only not as they belong together.
      find(message);
      foreign.push(message);
      continue;
    }
    if (seen[key.place]) {
      duplicates++;
      continue;
    }
    seen[key.place] = 1;
    find(message);
    places[key.container]?.push(position(key.place, document));
  }
  const lost = written.lines - found.lines;
  return {
    written: written.lines,
    stored: found.documents,
    lost,
    lostBytes: textBytes(written) - found.bytes + lost * prefixBytes(written),
    duplicates,
    misplaced: places.reduce((sum, positions) => sum + misplaced(positions), 0),
    foreign: foreign.slice(0, 5),
  };
}

/** What the containers wrote. */
function textBytes({ events }: Written): number {
  let bytes = 0;
  for (const [container, count] of events.entries()) {
    for (let place = 0; place < count; place++) {
      for (const line of linesOf(container, place)) bytes += Buffer.byteLength(line) + 1;
    }
  }
  return bytes;
}

/** What the runtime adds to each line; always the same, because the clock of the node never shows a 0 at the end. */
function prefixBytes(written: Written): number {
  return (written.bytes - textBytes(written)) / written.lines;
}

interface Position {
  readonly place: number;
  readonly time: bigint;
  readonly offset: number;
}

function position(place: number, { '@timestamp': time = '', log }: StoredEvent): Position {
  return { place, time: nanoseconds(time), offset: log?.offset ?? 0 };
}

/** Neighbours in the order of time and offset that were not written in that order. */
function misplaced(positions: Position[]): number {
  positions.sort((a, b) => (a.time === b.time ? a.offset - b.offset : a.time < b.time ? -1 : 1));
  return positions.filter(({ place }, index) => place < (positions[index - 1]?.place ?? -1)).length;
}

/** Longest time between writing a line and storing its event. In seconds. */
export function longestDelay(documents: Iterable<StoredEvent>): number {
  let longest = 0;
  for (const { '@timestamp': time = '', storedAt = 0 } of documents) {
    longest = Math.max(longest, storedAt - Number(nanoseconds(time) / 1_000_000n));
  }
  return longest / 1_000;
}

/** A time with an offset and up to nine digits, in nanoseconds since 1970; 0 for what is none. */
export function nanoseconds(time: string): bigint {
  const [, seconds, digits = '', zone] = /^(.{19})(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/.exec(time) ?? [];
  if (!zone) return 0n;
  return BigInt(Date.parse(`${seconds}${zone}`)) * 1_000_000n + BigInt(digits.padEnd(9, '0'));
}
