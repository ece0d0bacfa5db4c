import {
  KUBELET_DEFAULTS,
  LOSS_ANNOTATION,
  type LossBudget,
  type LossBudgetProps,
  lossBudget,
} from '../../constructs/fluentd/checks/loss-budget';
import { type ParsedDirective, type Text, tryParse, walk } from '../../constructs/fluentd/conf';
import { at, isMapping, type KubernetesObject } from '../manifests/kubernetes-object';
import { collectorKind } from './collectors/collector-kind';
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
  // The buffers of aggregators are on no node.
  if (!directives || collectorKind(directives) === 'aggregator') return [];
  return [{ name: BUFFER, unit: 'bytes', value: bufferBytes(directives) }];
}

/** What a configuration of Fluentd can hold while its outputs are away. */
export function bufferBytes(directives: readonly ParsedDirective[]): number {
  const sizes = [...walk(directives)]
    .filter(({ directive, path }) => directive.name === 'buffer' && !path.some(isDeadLetters))
    .map(({ directive }) => sizeOf(directive));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The part of the buffer of an output besides that of the stack. */
export interface OutputBuffer {
  /** Name of the output. */
  readonly name: string;

  /** Which collectors send to it, each with a part for it: those on nodes, or aggregators. */
  readonly of: 'nodes' | 'aggregators';

  /** Its part of the buffer of one of them. In bytes. */
  readonly bytes: number;

  /** What happens when it is full. */
  readonly whenFull: 'wait' | 'dropOldest';
}

/** Whether a directive is the label of an output besides that of the stack. */
export function isFurtherOutput({ argument }: Pick<ParsedDirective, 'argument'>): boolean {
  return /^@OUTPUT_(?!ELASTICSEARCH$)/.test(String(argument));
}

/** The parts of outputs besides that of the stack: those in labels of their own. */
export function outputBuffers(objects: readonly KubernetesObject[]): OutputBuffer[] {
  return objects.flatMap((object) => {
    const conf = at(object, 'data', 'fluent.conf');
    const directives = typeof conf === 'string' ? tryParse(conf) : undefined;
    const of = collectorKind(directives ?? []) === 'aggregator' ? 'aggregators' : 'nodes';
    return [...walk(directives ?? [])].flatMap(({ directive, path }): OutputBuffer[] => {
      const [label, output] = [path[0], path.at(-1)];
      const name = text(output?.params['@id']);
      if (directive.name !== 'buffer' || name === undefined || !label || !isFurtherOutput(label)) return [];
      const whenFull = directive.params.overflow_action === 'drop_oldest_chunk' ? 'dropOldest' : 'wait';
      return [{ name, of, bytes: sizeOf(directive), whenFull }];
    });
  });
}

/** Bytes on each node for what goes to the stack: to its Elasticsearch, or to aggregators. */
export function stackBuffer(objects: readonly KubernetesObject[]): number {
  const whole = objects.filter(({ kind }) => kind === 'ConfigMap').flatMap(bufferLimits);
  const others = outputBuffers(objects).filter(({ of }) => of === 'nodes');
  return others.reduce(
    (rest, { bytes }) => rest - bytes,
    whole.reduce((sum, { value }) => sum + Number(value), 0),
  );
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

/** How long an outage may last before a log is lost, with what the manifests say of the node and else with defaults. */
export function nodeLossBudget(
  objects: readonly KubernetesObject[],
  buffer: number,
  assumedRate: number,
): LossBudget & { readonly rate: number } {
  const said = objects
    .map((object) => object.metadata.annotations?.[LOSS_ANNOTATION])
    .find((text) => text !== undefined);
  const facts = { rate: assumedRate, busiestShare: 1, ...KUBELET_DEFAULTS, ...parsed(said), buffer };
  return { ...lossBudget(facts), rate: facts.rate };
}

/** An annotation of somebody else is as good as none. */
function parsed(text: string | undefined): Partial<LossBudgetProps> {
  try {
    const facts: unknown = JSON.parse(text ?? '{}');
    return isMapping(facts) ? Object.fromEntries(Object.entries(facts).filter(([, value]) => Number(value) > 0)) : {};
  } catch {
    return {};
  }
}
