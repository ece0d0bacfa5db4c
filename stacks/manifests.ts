import { App, Yaml } from 'cdk8s';

import type { Environment } from '../environments';
import { defineStacks } from '.';

/**
 * The manifests of `environment` as reviewers read them: YAML by file name `<chart>.k8s.yaml`. The same environment gives
 * the same bytes; no value of a Secret is in them.
 *
 * cdk8s itself would number the files as soon as one chart depends on another, and renumber them with every new chart.
 */
export function manifests(environment: Environment): Record<string, string> {
  const { charts } = defineStacks(new App(), environment);
  return Object.fromEntries(
    charts.map((chart) => [`${chart.node.id}.k8s.yaml`, Yaml.stringify(...(chart.toJson() as unknown[]))]),
  );
}
