import { type Bytes, RUNTIMES, type Stream } from '../local/kubelet/runtimes';
import { clock } from '../local/kubelet/times';

/** The log of a container, and where in it each of the lines begins that were given. */
export interface ContainerLines {
  /** The file. */
  readonly bytes: Buffer;

  /** Where each line begins. In bytes. */
  readonly offsets: readonly number[];

  /** Where the given lines end. In bytes. */
  readonly end: number;
}

/** A line that a container writes. */
export interface GivenLine {
  /** Without its line break. */
  readonly text: Uint8Array;
  readonly stream: Stream;
}

const now = clock();

/** Continues nothing, so that what is held for further lines is complete at once; otherwise it would be after two seconds. */
const LAST = '{"trial":"ends"}\n';

/** The file that containerd writes of lines: with time and stream, and in parts where they are long. */
export function writtenByRuntime(given: readonly GivenLine[]): ContainerLines {
  const parts: Bytes[] = [];
  const offsets: number[] = [];
  let end = 0;
  for (const { text, stream } of given) {
    const part = RUNTIMES.containerd(`${Buffer.from(text).toString('latin1')}\n`, stream, now);
    offsets.push(end);
    parts.push(part);
    end += part.length;
  }
  for (const stream of new Set(given.map((line) => line.stream))) parts.push(RUNTIMES.containerd(LAST, stream, now));
  return { bytes: Buffer.from(parts.join(''), 'latin1'), offsets, end };
}

/** The file that a runtime has written of lines, as it stands. */
export function asWritten(lines: readonly Uint8Array[]): ContainerLines {
  const offsets: number[] = [];
  let end = 0;
  for (const line of lines) {
    offsets.push(end);
    end += line.length + 1;
  }
  return { bytes: Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')])), offsets, end };
}

/** Lines of a text, without their line breaks; one at its end begins no further line. */
export function linesOf(bytes: Uint8Array): Buffer[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lines: Buffer[] = [];
  for (let from = 0; from < buffer.length; ) {
    const end = buffer.indexOf(10, from);
    const to = end < 0 ? buffer.length : end;
    lines.push(buffer.subarray(from, to));
    from = to + 1;
  }
  return lines;
}

/** Number of the line, from 1, that stands at `offset`. */
export function lineAt(offsets: readonly number[], offset: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
