import { conmonTime, goTime } from './times';

/** Standard output or standard error of a container. */
export type Stream = 'stdout' | 'stderr';

/** Bytes as a string: one character per byte, whatever it means in UTF-8. Strings are faster to cut than buffers. */
export type Bytes = string;

/** `text` in UTF-8. */
export function bytesOf(text: string): Bytes {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** What a node writes to the log of a container that writes `bytes` at once; `now` is the clock of the node. */
export type Encode = (bytes: Bytes, stream: Stream, now: () => bigint) => Bytes;

/** Longest part of a line that containerd and docker write. */
const LONGEST_PART = 16 * 1024;

/** How much conmon reads at once. */
const CONMON_READ = 8 * 1024;

/** The container runtimes that Kubernetes is run with, each with the form of its log. */
export const RUNTIMES = { containerd, crio, docker } satisfies Record<string, Encode>;

/** Name of a container runtime. */
export type RuntimeName = keyof typeof RUNTIMES;

/**
 * A time of its own for every part; `\r\n` ends a line as `\n` does; what no line break follows when the container ends
 * stays a part (containerd, internal/cri/io/logger.go).
 */
function containerd(bytes: Bytes, stream: Stream, now: () => bigint): Bytes {
  let text = '';
  for (const { line, isWhole } of lines(bytes)) {
    const content = isWhole && line.endsWith('\r') ? line.slice(0, -1) : line;
    const parts = cut(content, LONGEST_PART);
    for (const [index, part] of parts.entries()) {
      const tag = isWhole && index === parts.length - 1 ? 'F' : 'P';
      text += `${goTime(now())} ${stream} ${tag} ${part}\n`;
    }
  }
  return text;
}

/** One time for all that was read at once, and a part where the read ended (conmon, src/ctr_logging.c). */
function crio(bytes: Bytes, stream: Stream, now: () => bigint, offset = 540): Bytes {
  let text = '';
  for (const read of cut(bytes, CONMON_READ)) {
    const time = conmonTime(now(), offset);
    for (const { line, isWhole } of lines(read)) text += `${time} ${stream} ${isWhole ? 'F' : 'P'} ${line}\n`;
  }
  return text;
}

/** One JSON object per part; the line break of the container is in it, and missing where a line goes on. */
function docker(bytes: Bytes, stream: Stream, now: () => bigint): Bytes {
  let text = '';
  for (const { line, isWhole } of lines(bytes)) {
    const parts = cut(line, LONGEST_PART);
    for (const [index, part] of parts.entries()) {
      const end = isWhole && index === parts.length - 1 ? '\n' : '';
      text += `{"log":${jsonString(part + end)},"stream":"${stream}","time":"${goTime(now())}"}\n`;
    }
  }
  return text;
}

/** Docker replaces what is not UTF-8; the text of the object is UTF-8 again. */
function jsonString(bytes: Bytes): Bytes {
  return bytesOf(JSON.stringify(Buffer.from(bytes, 'latin1').toString('utf8')));
}

function lines(bytes: Bytes): { line: Bytes; isWhole: boolean }[] {
  const all = bytes.split('\n').map((line) => ({ line, isWhole: true }));
  const rest = all.pop();
  return rest?.line ? [...all, { line: rest.line, isWhole: false }] : all;
}

function cut(bytes: Bytes, length: number): Bytes[] {
  if (bytes.length <= length) return [bytes];
  return Array.from({ length: Math.ceil(bytes.length / length) }, (_, index) =>
    bytes.slice(index * length, (index + 1) * length),
  );
}
