import { createReadStream } from 'node:fs';
import type { Stream } from '../../local/kubelet/runtimes';
import { InputError } from '../../review/errors';
import { asWritten, type ContainerLines, linesOf, writtenByRuntime } from '../../trial/container-lines';

/** Most that is tried at a time. In MiB. */
const MOST = 10;

/** What is to be tried, and how it is meant. */
export interface InputOptions {
  /** Whether a runtime has written it. */
  readonly cri?: boolean;
  readonly stream: Stream;
}

/**
 * The log of a container with the lines of files, one after the other.
 *
 * @param files `-` is standard input
 * @throws InputError if one cannot be read, or there is nothing, or too much of it
 */
export async function readInput(files: readonly string[], { cri, stream }: InputOptions): Promise<ContainerLines> {
  const texts: Buffer[] = [];
  for (const file of files) texts.push(await read(file));
  const size = texts.reduce((sum, { length }) => sum + length, 0);
  if (size === 0) throw new InputError('[input] must be lines of a log, got none; name a file, or pipe them in');
  if (size > MOST * 2 ** 20) throw tooMuch();
  // A file ends its last line, whether it says so or not.
  const lines = texts.flatMap(linesOf);
  if (cri) return asWritten(lines);
  return writtenByRuntime(lines.map((text) => ({ text, stream })));
}

async function read(file: string): Promise<Buffer> {
  if (file === '-' && process.stdin.isTTY) console.error('reading lines of a log; Ctrl-D ends them');
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of file === '-' ? process.stdin : createReadStream(file)) {
      parts.push(part);
      size += part.length;
      if (size > MOST * 2 ** 20) break;
    }
  } catch {
    throw new InputError(`[input] must be a file that can be read, got '${file}'; correct the path`);
  }
  return Buffer.concat(parts);
}

function tooMuch(): InputError {
  return new InputError(
    `[input] must be at most ${MOST} MiB, got more; give a part of it, for example: head --lines 1000`,
  );
}
