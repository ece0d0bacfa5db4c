import { type AlertRule, type Mistake, type RuleGroup, shown } from '../../core';
import { covers } from '../globs';
import type { LogExclusion } from '../inputs/exclusion';
import type { Stage } from '../pipeline/chain';
import { filter } from '../plugins';
import { isCatchAll, outputsOf, type Route, STACK_OUTPUT } from '../routes';
import { rubyFiles } from '../ruby/required';
import { series } from './metrics';

/** The container whose lines are followed. */
export interface CanarySource {
  /** Its namespace. */
  readonly namespace: string;

  /** Its name. */
  readonly container: string;
}

/**
 * What is wrong with a canary: no route brings its lines to Elasticsearch, so that it would be missing for ever.
 *
 * @returns the mistake, for the prop that names the canary
 */
export function canaryMistakes(
  { namespace, container }: CanarySource,
  { routes, exclude = {} }: { readonly routes: readonly Route[]; readonly exclude?: LogExclusion },
): Mistake[] {
  const name = shown(namespace);
  const excluded = (exclude.namespaces ?? []).find((glob) => covers(glob, namespace));
  if (excluded !== undefined) {
    return [
      {
        path: [],
        message: `must be read, got the container ${container} in ${name}, which exclude.namespaces leaves out (${excluded}); narrow that`,
      },
    ];
  }
  const route =
    routes.find(({ namespaces = [], labels }) => !labels && namespaces.some((glob) => covers(glob, namespace))) ??
    routes.find(isCatchAll);
  if (route && outputsOf(route).includes(STACK_OUTPUT)) return [];
  const got = route ? `the route ${route.name}, which goes to ${outputsOf(route).join(' and ')}` : 'none';
  return [
    {
      path: [],
      message: `must have a route to ${STACK_OUTPUT} for its namespace ${name}, got ${got}; add ${name} to the namespaces of one`,
    },
  ];
}

/** Follows the lines of a canary until they are stored. Without one there is no stage, and no cost. */
export function canaryStage(canary: CanarySource | undefined): Stage[] {
  if (!canary) return [];
  const { namespace, container } = canary;
  return [
    {
      directives: () => [
        filter.canary('**', {
          comment: 'Shows when the lines of the canary are stored',
          namespace,
          container,
        }),
      ],
      footprint: () => ({ rubyFiles: rubyFiles('filter_canary') }),
    },
  ];
}

/** Seconds without a new line of the canary in Elasticsearch: five lines that are missing. */
const LATEST = 300;

/** Seconds within which a line is to be stored: the buffer alone takes five. */
const SOON = 60;

const STORED = `max by (node) (${series('canaryStored')})`;

const RULES: AlertRule[] = [
  {
    alert: 'LogsDoNotArrive',
    expr: `time() - ${STORED} > ${LATEST}`,
    severity: 'critical',
    summary: 'No log of {{ $labels.node }} has arrived for {{ $value | humanizeDuration }}',
    action: 'See whether Elasticsearch takes logs, and the log of Fluentd on the node',
  },
  {
    alert: 'LogsArriveLate',
    expr: `max by (node) (${series('canaryDelay')}) > ${SOON}`,
    for: '10m',
    severity: 'warning',
    summary: 'Logs of {{ $labels.node }} arrive {{ $value | humanizeDuration }} after they are written',
    action: 'See whether Fluentd keeps up with what the node writes, and Elasticsearch with what it gets',
  },
  {
    alert: 'CanaryMissing',
    expr: `max by (node) (up{job="fluentd"}) == 1 unless ${STORED}`,
    for: '10m',
    severity: 'warning',
    summary:
      'The canary of {{ $labels.node }} has not been seen since Fluentd began: nobody knows whether its logs arrive',
    action: 'See whether the canary runs on the node, and whether Elasticsearch takes logs',
  },
];

/** Tells of nodes whose logs do not arrive, by the lines of a `LogCanary`. */
export const CANARY_RULES: RuleGroup = { name: 'canary', runbook: 'collector.md', rules: RULES };
