import { type Mistake, shown } from '../../core';
import type { Directive, Label } from '../conf';
import type { Footprint } from '../footprint';
import { INPUT_LABELS } from '../inputs/entrance';
import type { Input } from '../inputs/input';
import { ENV } from '../paths';
import type { Route } from '../routes';
import type { Stage } from './chain';

/** What the way of a log has besides, made with the typed functions of `plugins`. It passes the checks of the whole. */
export interface Additions {
  /**
   * Where further logs come from. Their events go the way of all others; their tag is the name of a route.
   *
   * @default - none
   */
  readonly sources?: readonly AddedSource[];

  /**
   * Steps behind the treatments, before events are given the form that Elasticsearch stores. Filters need nothing else; a
   * `match` must send events on to `next`, e.g. as one store of `plugins.match.copy`.
   *
   * @default - none
   */
  readonly stages?: readonly Stage[];

  /**
   * Plugins that are not known here, written with `plugins.other`: the gem of each, by kind and type, e.g.
   * `{ 'output s3': 'fluent-plugin-s3' }`. The image needs the gem: it is one of your own that has it in `image.plugins`.
   *
   * @default - none
   */
  readonly plugins?: Readonly<Record<string, string>>;
}

/** A place where further logs come from. */
export interface AddedSource {
  /** The `<source>`, without `@label`. */
  readonly source: Directive;

  /**
   * What it needs of the pod.
   *
   * @default - nothing
   */
  readonly footprint?: Footprint;
}

/** What additions are checked against. */
interface Around {
  readonly routes: readonly Route[];

  /** Gems of an image of one's own; nothing for the official one. */
  readonly gems?: readonly string[];
}

/** Labels of the pipeline itself. */
const OWN_LABELS: readonly string[] = [
  '@ADDITIONS',
  '@ERROR',
  '@FLUENT_LOG',
  '@LOGS',
  '@POD_METADATA',
  '@ROOT',
  '@TREATMENTS',
];

/** Volumes of the pod itself. */
const OWN_VOLUMES: readonly string[] = ['api-access', 'config', 'docker', 'plugins', 'pods', 'state', 'tls', 'tmp'];

/** The added sources as inputs of a chain. */
export function addedInputs({ sources = [] }: Additions): Input[] {
  return sources.map(({ source, footprint = {} }) => ({
    mistakes: () => [],
    footprint: () => footprint,
    directives: (next: Label) => [{ ...source, params: { ...source.params, '@label': next } }],
  }));
}

/** The added steps, in a label of their own unless the first one has one. */
export function addedStages({ stages: [first, ...others] = [] }: Additions): Stage[] {
  if (!first) return [];
  const named: Stage = {
    label: first.label ?? '@ADDITIONS',
    comment: first.comment ?? 'Steps of your own',
    directives: (next) => first.directives(next),
    footprint: () => first.footprint?.() ?? {},
  };
  return [named, ...others];
}

/** What is wrong with additions by themselves, below the prop `additions`; what is wrong with the whole is checked there. */
export function additionMistakes(additions: Additions, around: Around): Mistake[] {
  const { sources = [], stages = [], plugins = {} } = additions;
  return [
    ...sources.flatMap(({ source, footprint = {} }, index) => [
      ...under(['sources', index, 'source'], sourceMistakes(source, around.routes)),
      ...under(['sources', index, 'footprint'], footprintMistakes(footprint)),
    ]),
    ...stages.flatMap((stage, index) => [
      ...under(['stages', index, 'label'], labelMistakes(stages, index)),
      ...under(['stages', index, 'directives'], stepMistakes(stage)),
      ...under(['stages', index, 'footprint'], footprintMistakes(stage.footprint?.() ?? {})),
    ]),
    ...Object.entries(plugins).flatMap(([name, gem]) => under(['plugins', name], gemMistakes(name, gem, around.gems))),
  ];
}

function under(path: Mistake['path'], messages: readonly string[]): Mistake[] {
  return messages.map((message) => ({ path, message }));
}

function sourceMistakes({ name, params = {} }: Directive, routes: readonly Route[]): string[] {
  if (name !== 'source') return [`must be a <source>, got <${name}>; make it with plugins.source`];
  const names = routes.map((route) => route.name);
  const { tag, '@label': label } = params;
  return [
    ...(label === undefined
      ? []
      : [`must have no @label, since its events go the way of all logs, got ${shown(label)}; remove it`]),
    ...(typeof tag !== 'string' || names.includes(tag)
      ? []
      : [`must have the name of a route as its tag (${names.join(', ')}), got ${shown(tag)}; write one of them`]),
  ];
}

function labelMistakes(stages: readonly Stage[], index: number): string[] {
  const { label } = stages[index] ?? {};
  if (label === undefined) return [];
  if (!/^@[A-Z][A-Z0-9_]*$/.test(label) || OWN_LABELS.includes(label) || label.startsWith(INPUT_LABELS)) {
    return [
      `must be a name of your own (@, capital letters, digits and _; none of ${OWN_LABELS.join(', ')}, ${INPUT_LABELS}...), got ${shown(label)}; rename it`,
    ];
  }
  const isFirst = stages.findIndex((stage) => stage.label === label) === index;
  return isFirst ? [] : [`must be there once, got ${shown(label)} again; rename it`];
}

function stepMistakes(stage: Stage): string[] {
  const directives = stage.directives(() => '@LOGS');
  const others = directives.filter(({ name }) => name !== 'filter' && name !== 'match');
  return others.map(
    ({ name }) => `must be of <filter> and <match>, got <${name}>; make them with plugins.filter or plugins.match`,
  );
}

function gemMistakes(name: string, gem: string, gems: readonly string[] | undefined): string[] {
  if (!/^(input|filter|output|parser|formatter) \w+$/.test(name)) {
    return [
      'must be named by its kind (input, filter, output, parser or formatter) and its type; write for example output s3',
    ];
  }
  if (gems?.includes(gem)) return [];
  const got = gems === undefined ? 'the official image, which has not' : `one with ${gems.join(', ') || 'none'}`;
  return [`must be of a gem of the image (${gem}), got ${got}; use an image that has it, and name it in image.plugins`];
}

function footprintMistakes({ volumes = [], env = [] }: Footprint): string[] {
  const ours: readonly string[] = Object.values(ENV);
  return [
    ...volumes
      .filter(({ name }) => OWN_VOLUMES.includes(name))
      .map(
        ({ name }) => `must have volumes of other names than ${OWN_VOLUMES.join(', ')}, got ${shown(name)}; rename it`,
      ),
    ...env
      .filter(({ name }) => ours.includes(name))
      .map(({ name }) => `must have variables of other names than ${ours.join(', ')}, got ${shown(name)}; rename it`),
  ];
}
