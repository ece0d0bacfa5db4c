import { type Mistake, majorVersion, placeOf } from '../../core';
import type { Directive } from '../conf';
import { memoryMistakes } from '../limit-mistakes';
import { bufferParts } from '../limits';
import type { Stage } from '../pipeline/chain';
import { officialGems } from '../plugins/images';
import { outputsOf, STACK_OUTPUT } from '../routes';
import { distribution, outputLabel, outputSources, outputStages } from './delivery';
import { type ElasticsearchOutputProps, elasticsearchOutput } from './elasticsearch';
import { outputMistakes } from './mistakes';
import type { NamedOutput } from './named-output';
import type { Output } from './output';

/** The ends of the way of logs. */
export interface WaysOut {
  /** The stage behind all others. */
  readonly last: Stage;

  /** Stages in labels of their own, to which it sends. */
  readonly outputs: readonly Stage[];

  /** What is wrong with them: one sentence per mistake, for `refuse`. */
  mistakes(): string[];

  /** Sources that they have besides. */
  sources(): Directive[];
}

/** What decides on the ends. */
export type WaysOutProps = Omit<ElasticsearchOutputProps, 'otherParts'> & {
  /**
   * Outputs besides that of the stack.
   *
   * @default - none
   */
  readonly outputs?: readonly NamedOutput[];

  /**
   * Gems with plugins in an image of one's own.
   *
   * @default - those of the official image
   */
  readonly gems?: readonly string[];
};

/** The output of the stack at the end of the way; or, with further ones, a place from which each has a way of its own. */
export function waysOut(props: WaysOutProps): WaysOut {
  const { outputs = [], routes, limits, dnsPorts, version } = props;
  const otherParts = bufferParts(outputs);
  const ofStack = routes.filter((route) => outputsOf(route).includes(STACK_OUTPUT));
  const stack = elasticsearchOutput({ ...props, routes: ofStack, otherParts });
  const gems = props.gems ?? officialGems();
  const further = () => outputMistakes(outputs, routes, limits, gems).map(sentence);
  if (outputs.length === 0 && ofStack.length === routes.length) {
    return { last: stack, outputs: [], mistakes: () => [...stack.mistakes(), ...further()], sources: () => [] };
  }
  const delivery = { routes, outputs, limits, majorVersion: majorVersion(version), dnsPorts };
  const alone = () => memoryMistakes(props.bufferSize, props.memory, limits, otherParts, false);
  return {
    last: distribution(delivery),
    outputs: [
      ...(ofStack.length > 0
        ? [{ ...stack, label: outputLabel(STACK_OUTPUT), comment: 'The output of the stack' }]
        : []),
      ...outputStages(delivery),
    ],
    mistakes: () => [...(ofStack.length > 0 ? stack.mistakes() : alone()), ...further()],
    sources: () => outputSources(delivery),
  };
}

/** An output at the end of the way, and nothing else. */
export function onlyWayOut(output: Output): WaysOut {
  return { last: output, outputs: [], mistakes: () => [...output.mistakes()], sources: () => [] };
}

function sentence({ path, message }: Mistake): string {
  return `${placeOf(path)} ${message}`;
}
