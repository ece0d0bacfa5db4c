import { type Mistake, placeOf } from '../../core';
import { toAggregators } from '../aggregator/to-aggregators';
import type { Directive } from '../conf';
import { type Footprint, fold } from '../footprint';
import { containerLogs } from '../inputs/container-logs';
import { logInput } from '../inputs/entrance';
import { inputMistakes } from '../inputs/mistakes';
import { inputTreatments } from '../inputs/own-treatments';
import { routeBufferMistakes } from '../limit-mistakes';
import { withDefaults } from '../limits';
import { canaryMistakes, canaryStage } from '../monitoring/canary';
import { logMetricMistakes } from '../monitoring/log-metric-mistakes';
import { asksForTreatments, logStages } from '../monitoring/log-stage';
import { deadLetters } from '../outputs/dead-letters';
import { onlyWayOut, waysOut } from '../outputs/ways-out';
import { officialGems } from '../plugins/images';
import { routeMistakes, takesContainers } from '../routes';
import { treatmentMistakes } from '../treatments/mistakes';
import { treatmentStages } from '../treatments/stage';
import { addedInputs, addedStages, additionMistakes } from './additions';
import { labelSourceMistakes } from './by-labels';
import { chain } from './chain';
import { fitting } from './fit';
import { podMetadataStages, podServiceStages } from './pod-metadata';
import type { PipelineProps } from './props';
import { BACKUP_RETENTION, HEARTBEAT_SOURCE, METRICS, OWN_EVENTS, ownFootprint, processSettings } from './self';

/** The way of a log line, as a value. */
export interface Pipeline {
  /** What is wrong with the props: one sentence per mistake, for `refuse`. Without mistakes the rest holds. */
  mistakes(): string[];

  /** What it needs of the pod. */
  footprint(): Required<Footprint>;

  /** `fluent.conf`. */
  directives(): Directive[];
}

/**
 * The way of a log line: from its file as a whole event with an identity, through the filter that fits it, to the buffer
 * and Elasticsearch. What cannot be stored in any form goes to the dead letters.
 */
export function pipeline(props: PipelineProps): Pipeline {
  const { routes, inputs = [], treatments = [], additions = {}, reads } = props;
  const { aggregator, otherInputs = [] } = props;
  const allInputs = [...inputs, ...otherInputs];
  const ofInputs = inputTreatments(treatments, allInputs);
  const ofContainers = treatments.filter(({ name }) => !ofInputs.has(name));
  const sources = [
    ...(reads ?? (routes.some(takesContainers) ? [containerLogs({ ...props, treatments: ofContainers })] : [])),
    ...inputs.map((input) => logInput(input, props.own)),
    ...addedInputs(additions),
  ];
  const ends = aggregator
    ? onlyWayOut(toAggregators({ ...props, aggregator }))
    : waysOut({ ...props, credentials: props.existingSecrets });
  const errors = deadLetters(withDefaults(props.limits).deadLetterSize);
  const treating = [
    ...treatmentStages(treatments, {
      own: props.own,
      redactionKey: props.existingSecrets.redaction,
      promote: props.promote,
      keepName: asksForTreatments(props),
    }),
    ...addedStages(additions),
    fitting(props.promote ?? true),
    ...podServiceStages(props.podMetadata),
    ...logStages(props),
    ...canaryStage(props.canary),
  ];
  // Who is on the node of a pod knows it.
  const described = reads ? [] : podMetadataStages(props.podMetadata);
  const stages = [...described, ...(aggregator ? [] : treating), ends.last];
  const parts = [...sources, ...stages, ...ends.outputs, errors];
  return {
    mistakes: () => [
      ...sentences(
        'routes',
        routeMistakes(
          routes,
          treatments.map(({ name }) => name),
          undefined,
          allInputs.map(({ route }) => route),
        ),
      ),
      ...[...sources, ends].flatMap((part) => part.mistakes()),
      ...sentences('routes', routeBufferMistakes(routes, props.limits)),
      ...sentences('treatments', treatmentMistakes(treatments, undefined, ofInputs)),
      // On aggregators nodes have decided.
      ...(reads ? [] : labelSourceMistakes(props, props.podMetadata).map(sentence)),
      ...sentences(
        'inputs',
        inputMistakes(inputs, {
          routes: routes.map(({ name }) => name),
          treatments,
          gems: props.gems ?? officialGems(),
          runsOn: () => ({
            tier: reads ? 'aggregator' : 'node',
            name: props.own.name,
            hasAgents: reads !== undefined && reads.length > 0,
          }),
        }),
      ),
      ...sentences(
        'logMetrics',
        logMetricMistakes(props.logMetrics ?? [], {
          routes: routes.map(({ name }) => name),
          treatments: treatments.map(({ name }) => name),
        }),
      ),
      ...sentences('canary', props.canary ? canaryMistakes(props.canary, props) : []),
      ...sentences('additions', additionMistakes(additions, props)),
      ...(aggregator && additions.stages?.length
        ? ['additions.stages must be empty with an aggregator, where logs are treated, got some; give them to that']
        : []),
    ],
    footprint: () => fold([...parts.map((part) => part.footprint?.() ?? {}), ownFootprint(props.scraper)]),
    directives: () => [
      processSettings(props.logLevel),
      ...METRICS,
      HEARTBEAT_SOURCE,
      BACKUP_RETENTION,
      ...ends.sources(),
      ...chain(sources, stages),
      ...[...ends.outputs, errors].flatMap((end) => chain([], [end])),
      OWN_EVENTS,
    ],
  };
}

function sentences(prop: string, mistakes: readonly Mistake[]): string[] {
  return mistakes.map(({ path, message }) => sentence({ path: [prop, ...path], message }));
}

function sentence({ path, message }: Mistake): string {
  return `${placeOf(path)} ${message}`;
}
