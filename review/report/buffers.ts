import { type ParsedDirective, type Text, tryParse, walk } from '../../constructs/fluentd/conf';
import { at, type KubernetesObject } from '../manifests/kubernetes-object';
import type { Figure } from './figure';

/** Name of the figure of what can be held while Elasticsearch is away. */
export const BUFFER = 'log buffer on each node';

/** Powers of 1024 by which Fluentd writes a size. */
const SUFFIXES = ['', 'k', 'm', 'g', 't'];

/** Size of a buffer that does not say it, by its type (lib/fluent/plugin/buf_file.rb and buffer.rb of Fluentd 1.19). */
const DEFAULT_SIZES: Readonly<Record<string, string>> = { file: '64g', file_single: '64g', memory: '512m' };

/** The figure of a configuration of Fluentd: what it can hold while its outputs are away, on each node. */
export function bufferLimits(object: KubernetesObject): Figure[] {
  const conf = at(object, 'data', 'fluent.conf');
  const directives = typeof conf === 'string' ? tryParse(conf) : undefined;
  if (!directives) return [];
  const sizes = [...walk(directives)]
    .filter(({ directive, path }) => directive.name === 'buffer' && !path.some(isDeadLetters))
    .map(({ directive }) => sizeOf(directive));
  return [{ name: BUFFER, unit: 'bytes', value: sizes.reduce((sum, size) => sum + size, 0) }];
}

/** What takes events that could not be stored. */
function isDeadLetters({ name, argument }: ParsedDirective): boolean {
  return name === 'label' && argument === '@ERROR';
}

/** Bytes that a buffer can hold; none, if only the process knows. */
function sizeOf({ params }: ParsedDirective): number {
  const size = params.total_limit_size ?? DEFAULT_SIZES[text(params['@type']) ?? 'memory'];
  const [, count = 0, suffix = ''] = /^(\d+)([kmgt]?)/i.exec(text(size) ?? '') ?? [];
  return Number(count) * 1024 ** SUFFIXES.indexOf(suffix.toLowerCase());
}

function text(value: Text | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Whole seconds after which `bufferBytes` are full: how long Elasticsearch may be away before a log is lost. */
export function lossSeconds(bufferBytes: number, bytesPerSecond: number): number {
  return Math.floor(bufferBytes / bytesPerSecond);
}
