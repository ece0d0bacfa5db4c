import type { Directive, Label } from '../conf';
import { type EventLimits, withDefaults } from '../limits';
import type { Stage } from '../pipeline/chain';
import { match, source } from '../plugins';
import { outputsOf, type Route, STACK_OUTPUT } from '../routes';
import { rubyFiles } from '../ruby/required';
import type { OwnOutput } from './kinds/kind';
import { egressTo } from './kinds/own';
import { inOrder, kindOf, type NamedOutput } from './named-output';

/** What all outputs have in common. */
export interface DeliveryProps {
  /** Which logs go where. */
  readonly routes: readonly Route[];

  /** The outputs besides that of the stack. */
  readonly outputs: readonly NamedOutput[];

  /**
   * Bounds of a chunk.
   *
   * @default - those of `EventLimits`
   */
  readonly limits?: EventLimits;

  /** Major version of the Elasticsearch of the stack. */
  readonly majorVersion: number;

  /**
   * Ports on which DNS answers the pods.
   *
   * @default [53, 5353]
   */
  readonly dnsPorts?: readonly number[];
}

/** The label of an output. */
export function outputLabel(name: string): Label {
  return `@OUTPUT_${name.replaceAll('-', '_').toUpperCase()}`;
}

/** Sends the events of each route to the labels of its outputs; several get the same events. */
export function distribution({ routes, outputs }: DeliveryProps): Stage {
  const groups = new Map<string, Route[]>();
  for (const route of routes) {
    const key = JSON.stringify(inOrder(outputsOf(route), outputs));
    groups.set(key, [...(groups.get(key) ?? []), route]);
  }
  // What goes to the stack alone is everything else, as without outputs.
  const stackAlone = JSON.stringify([STACK_OUTPUT]);
  const sorted = [...groups].sort(([a], [b]) => Number(a === stackAlone) - Number(b === stackAlone));
  return {
    footprint: () => ({ rubyFiles: rubyFiles('in_output_reach') }),
    directives: () =>
      sorted.map(([key, members], index) => {
        const pattern = index === sorted.length - 1 ? '**' : members.map(({ name }) => name).join(' ');
        return toLabels(pattern, (JSON.parse(key) as string[]).map(outputLabel));
      }),
  };
}

function toLabels(pattern: string, [first = '@ERROR', ...others]: readonly Label[]): Directive {
  if (others.length === 0) return match.relabel(pattern, { '@label': first });
  const store = [first, ...others].map((label) => ({ '@type': 'relabel' as const, '@label': label }));
  return match.copy(pattern, { store });
}

/** The outputs as stages of labels of their own. */
export function outputStages(props: DeliveryProps): Stage[] {
  return props.outputs.flatMap((output) => {
    const made = kindOf(output);
    if (!made) return [];
    const { kind, options } = made;
    const own = ownOutput(output, props);
    return [
      {
        label: outputLabel(output.name),
        comment: `The output ${output.name}`,
        directives: () => [kind.match(options, own)],
        footprint: () => ({
          ...kind.footprint(options, own),
          egress: egressTo(kind.servers(options), props.dnsPorts),
        }),
      },
    ];
  });
}

/** Sources that outputs have besides: what says whether they can be reached, and their own. */
export function outputSources(props: DeliveryProps): Directive[] {
  const looked = props.outputs.flatMap((output) => {
    const { kind, options } = kindOf(output) ?? {};
    return kind?.isBuffered ? [{ id: output.name, servers: [...kind.servers(options)] }] : [];
  });
  const own = props.outputs.flatMap((output) => {
    const { kind, options } = kindOf(output) ?? {};
    return [...(kind?.sources?.(options, ownOutput(output, props)) ?? [])];
  });
  if (looked.length === 0) return own;
  const reach = source.outputReach({
    comment: 'Says which outputs can be reached, and what they dropped',
    '@id': 'output_reach',
    '@label': '@FLUENT_LOG',
    output: looked,
  });
  return [reach, ...own];
}

function ownOutput(output: NamedOutput, { limits, majorVersion, dnsPorts }: DeliveryProps): OwnOutput {
  const { kind, options } = kindOf(output) ?? {};
  return {
    name: output.name,
    bufferSize: output.bufferSize ?? '0Mi',
    whenFull: output.whenFull ?? 'wait',
    chunkSize: kind?.chunkSize?.(options) ?? withDefaults(limits).chunkSize,
    majorVersion,
    dnsPorts,
  };
}
