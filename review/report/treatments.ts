import { type ParsedDirective, type Text, tryParse, walk } from '../../constructs/fluentd/conf';
import type { LabelGlobs } from '../../constructs/fluentd/globs';
import { at, type KubernetesObject } from '../manifests/kubernetes-object';
import { overlappingTreatments, type Selecting, type Selection } from './overlapping-treatments';

/** A treatment of the collector: whose logs it has, and whose it would have if others did not come first. */
export interface TreatmentUse {
  readonly name: string;

  /** Namespaces and containers that it selects, as globs with a slash between them, and labels of pods. */
  readonly selects: string;

  /** Those that it does not have all the same; empty if it has no exceptions. */
  readonly except: string;

  /** Treatments that have some of these containers, with one as an example: `web (shop/nginx)`. */
  readonly before: readonly string[];
}

/** The treatments in the configurations of Fluentd, in their order. */
export function treatmentUses(objects: readonly KubernetesObject[]): TreatmentUse[] {
  return objects.flatMap((object) => {
    const conf = at(object, 'data', 'fluent.conf');
    const directives = typeof conf === 'string' ? (tryParse(conf) ?? []) : [];
    return [...walk(directives)]
      .filter(({ directive }) => directive.name === 'source' && directive.params['@type'] === 'container_logs')
      .flatMap(({ directive }) => usesOf(directive));
  });
}

function usesOf(source: ParsedDirective): TreatmentUse[] {
  const treatments = source.children.filter(({ name }) => name === 'treatment').map(selecting);
  const overlaps = overlappingTreatments(treatments);
  return treatments.map(({ name, select, except }, position) => ({
    name,
    selects: inWords(select),
    except: except ? inWords(except) : '',
    before: (overlaps[position] ?? []).map(({ first, example }) => `${first} (${example})`),
  }));
}

function selecting({ argument, params }: ParsedDirective): Selecting & { readonly select: Selection } {
  const except = {
    namespaces: list(params.except_namespaces),
    containers: list(params.except_containers),
    labels: labels(params.except_labels),
  };
  return {
    name: String(argument),
    select: { namespaces: list(params.namespaces), containers: list(params.containers), labels: labels(params.labels) },
    ...(except.namespaces || except.containers || except.labels ? { except } : {}),
  };
}

/** Globs by labels; none, if they are not written as we do. */
function labels(value: Text | undefined): LabelGlobs | undefined {
  try {
    return typeof value === 'string' ? JSON.parse(value) : undefined;
  } catch {
    return undefined;
  }
}

/** An array, as Fluentd reads one: JSON, or values with commas between them. */
function list(value: Text | undefined): string[] | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    return (JSON.parse(value) as unknown[]).map(String);
  } catch {
    return value.split(',');
  }
}

function inWords({ namespaces = ['*'], containers = ['*'], labels = {} }: Selection): string {
  const of = Object.entries(labels).map(([key, globs]) => `${key}=${globs.join(',')}`);
  return `${namespaces.join(', ')} / ${containers.join(', ')}${of.length > 0 ? ` with ${of.join(' and ')}` : ''}`;
}
