import type { MemoryQuantity } from '../../core';
import { STACK_OUTPUT } from '../routes';
import type { WhenFull } from './buffer';
import { OUTPUT_KIND_NAMES, OUTPUT_KINDS, type OutputKinds } from './kinds';
import type { OutputKind } from './kinds/kind';

/** A place where logs go besides the Elasticsearch of the stack: a name, exactly one kind, and a part of the buffer. */
export interface NamedOutput extends Partial<OutputKinds> {
  /** Name by which routes send logs to it, and of its plugin in the metrics. */
  readonly name: string;

  /**
   * Its part of `bufferSize`, in which events wait while it is away.
   *
   * @default - none; every kind but `stdout` needs one
   */
  readonly bufferSize?: MemoryQuantity;

  /**
   * What happens when its part of the buffer is full. With `wait` no log of its routes is read until there is room, so that
   * nothing is lost while the kubelet has it. With `dropOldest` it loses its oldest events, and holds up nobody.
   *
   * @default 'wait'
   */
  readonly whenFull?: WhenFull;
}

/** The kind of an output, with what the kind is told; without kinds or with several the first, or none. */
export function kindOf(
  output: NamedOutput,
): { readonly kind: OutputKind<unknown>; readonly options: unknown } | undefined {
  const [name] = kindsOf(output);
  return name && { kind: OUTPUT_KINDS[name] as OutputKind<unknown>, options: output[name] };
}

/** Names of the kinds that an output has; one, if it is right. */
export function kindsOf(output: NamedOutput) {
  return OUTPUT_KIND_NAMES.filter((name) => output[name] !== undefined);
}

/** Whether an output may hold up its inputs. */
export function waits(output: NamedOutput): boolean {
  return (kindOf(output)?.kind.isBuffered ?? true) && (output.whenFull ?? 'wait') === 'wait';
}

/**
 * Names of outputs in the order in which an event goes into their buffers. When one is full, the event is read again and
 * given to all of them again; so those come first that store it once nevertheless, then one that waits, then those that
 * are never full.
 */
export function inOrder(names: readonly string[], outputs: readonly NamedOutput[]): string[] {
  const rank = (name: string) => {
    const output = outputs.find((candidate) => candidate.name === name);
    if (name === STACK_OUTPUT || !output) return 0;
    return kindOf(output)?.kind.isIdempotent ? 1 : waits(output) ? 2 : 3;
  };
  return [...names].sort((a, b) => rank(a) - rank(b));
}

/** Gems with the plugins of outputs, besides those of Fluentd itself. */
export function gemsOfOutputs(outputs: readonly NamedOutput[]): string[] {
  return [...new Set(outputs.flatMap((output) => kindOf(output)?.kind.gem ?? []))].sort();
}

/** Names of outputs that lose their oldest events when their buffer is full. */
export function losing(outputs: readonly NamedOutput[]): string[] {
  return outputs.filter(({ whenFull }) => whenFull === 'dropOldest').map(({ name }) => name);
}
