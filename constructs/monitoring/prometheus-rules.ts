import { ApiObject, Yaml } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import { labels, type RuleGroup, refuse } from '../core';
import { ruleFile, ruleMistakes } from './rule-file';

/** Properties of `PrometheusRules`. */
export interface PrometheusRulesProps {
  /** The rules. */
  readonly groups: readonly RuleGroup[];

  /**
   * How they get to Prometheus: as an object of the Prometheus operator, or as a file in a ConfigMap that a Prometheus mounts.
   *
   * @default 'prometheusOperator'
   */
  readonly as?: 'prometheusOperator' | 'configMap';

  /**
   * Name of the object.
   *
   * @default 'logging'
   */
  readonly name?: string;

  /**
   * Labels by which a Prometheus of the operator finds the object (its `ruleSelector`), e.g. `{ release: 'kube-prometheus-stack' }`.
   *
   * @default - none
   */
  readonly selectorLabels?: Readonly<Record<string, string>>;

  /**
   * Where the runbooks are: the folder with the pages that groups name. The section of an alert has its name in lower case.
   *
   * @default - alerts name no runbook
   */
  readonly runbookUrl?: string;
}

/** The kind `PrometheusRule` of the Prometheus operator. */
const PROMETHEUS_RULE = { apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule' };

/**
 * Rules by which Prometheus tells that something is wrong.
 *
 * @throws PropsError if alerts or groups have names that cannot be, or the same one
 */
export class PrometheusRules extends Construct {
  /** What holds the rules: a PrometheusRule, or a ConfigMap with the file `<name>.rules.yaml`. */
  readonly object: ApiObject;

  constructor(scope: Construct, id: string, props: PrometheusRulesProps) {
    super(scope, id);
    const { groups, as = 'prometheusOperator', name = 'logging', selectorLabels = {}, runbookUrl } = props;
    refuse(this, ruleMistakes(groups));
    const file = ruleFile(groups, runbookUrl);
    const metadata = { name, labels: { ...labels({ name: 'prometheus-rules', instance: name }), ...selectorLabels } };
    this.object =
      as === 'configMap'
        ? new k8s.KubeConfigMap(this, 'Resource', { metadata, data: { [`${name}.rules.yaml`]: Yaml.stringify(file) } })
        : new ApiObject(this, 'Resource', { ...PROMETHEUS_RULE, metadata, spec: file });
  }
}
