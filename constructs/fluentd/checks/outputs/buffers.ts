import { type Directive, type ParamValue, walk } from '../../conf';
import type { Catalogue } from '../../plugins/definitions';
import { definitionOf } from '../../plugins/definitions';
import { oldBuffer } from '../words/old-names';
import { textOf } from '../words/values';
import { bytesOf } from './sizes';

/** A buffer, also one that only its output has by itself. */
export interface Buffer {
  /** From the outermost directive to the output. */
  readonly output: readonly Directive[];

  /** From the outermost directive to the `<buffer>`, or to the output if there is none. */
  readonly path: readonly Directive[];

  /** Type of the output. */
  readonly of: string;

  /** Type of the buffer; nothing if only Fluentd knows it. */
  readonly type: string | undefined;

  /** Parameters of the `<buffer>`. */
  readonly params: Readonly<Record<string, ParamValue>>;

  /** Largest chunk. In bytes; nothing if only Fluentd knows it. */
  readonly chunkLimit: number | undefined;

  /** All chunks together. In bytes; nothing if only Fluentd knows it. */
  readonly totalLimit: number | undefined;
}

/** Sizes of Fluentd 1.19 where none is given (lib/fluent/plugin/buffer.rb, buf_file.rb and buf_file_single.rb). */
const DEFAULTS: Readonly<Record<string, { readonly chunk: string; readonly total: string }>> = {
  memory: { chunk: '8m', total: '512m' },
  file: { chunk: '256m', total: '64g' },
  file_single: { chunk: '256m', total: '64g' },
};

/** All buffers of a configuration. */
export function buffersOf(known: Catalogue, directives: readonly Directive[]): Buffer[] {
  return [...walk(directives)]
    .filter(({ directive: { name } }) => ['match', 'store', 'secondary'].includes(name))
    .flatMap(({ directive, path: around }) => bufferOf(known, [...around, directive], directive));
}

function bufferOf(known: Catalogue, output: readonly Directive[], directive: Directive): Buffer[] {
  const { params = {}, children = [] } = directive;
  const of = textOf(params['@type'] ?? '');
  const buffer = children.find(({ name }) => name === 'buffer');
  const section = of === undefined ? undefined : definitionOf(known, 'output', of)?.sections?.buffer;
  // These take one and use none unless it is there.
  const isOptional = of === 'null' || of === 'stdout';
  if (of === undefined || (!buffer && (!section || isOptional))) return [];
  const own = buffer?.params ?? oldBuffer(directive);
  const type = textOf(own['@type'] ?? section?.params?.['@type']?.default ?? 'memory');
  const defaults = DEFAULTS[type ?? ''];
  const chunkLimit = bytesOf(own.chunk_limit_size ?? defaults?.chunk);
  return [
    {
      output,
      path: buffer ? [...output, buffer] : output,
      of,
      type,
      params: own,
      chunkLimit,
      totalLimit: totalLimit(own, chunkLimit, defaults?.total),
    },
  ];
}

/** A length of the queue counts more than a size (lib/fluent/plugin/buffer.rb). */
function totalLimit(
  own: Buffer['params'],
  chunk: number | undefined,
  fallback: string | undefined,
): number | undefined {
  const { queue_limit_length: length, total_limit_size: size = fallback } = own;
  if (length === undefined) return bytesOf(size);
  const count = Number(textOf(length));
  return chunk === undefined || Number.isNaN(count) ? undefined : chunk * count;
}

/** Whether a directive stands in the label of events that others refuse. */
export function isInErrorLabel(path: readonly Directive[]): boolean {
  return path.some(({ name, argument }) => name === 'label' && argument === '@ERROR');
}
