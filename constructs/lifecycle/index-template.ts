import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import { isDataset, labels, refuse, type TimeValue } from '../core';
import { templateBody } from './template-body';

/** Properties for defining an `IndexTemplate`. */
export interface IndexTemplateProps {
  /** Name of the template in Elasticsearch. */
  readonly templateName: string;

  /** Routes whose data streams get the template. */
  readonly routes: readonly string[];

  /** Name of the lifecycle policy of the data streams. */
  readonly policyName: string;

  /**
   * How indices are stored: `logsdb` takes a fraction of the disk of `standard` for some more work while indexing.
   *
   * @default 'logsdb'
   */
  readonly indexMode?: 'logsdb' | 'standard';

  /**
   * Primary shards of an index; as many nodes share the work of indexing.
   *
   * @default 1
   */
  readonly numberOfShards?: number;

  /**
   * Copies of each primary shard. Without any, a node that restarts takes its logs out of reach.
   *
   * @default 1
   */
  readonly numberOfReplicas?: number;

  /**
   * Fields that an index may have; what comes beyond is stored but not searchable.
   *
   * @default 1000
   */
  readonly totalFieldsLimit?: number;

  /**
   * How long Elasticsearch waits for a node to come back before it copies the node's shards to others.
   *
   * @default '5m'
   */
  readonly nodeLeftDelayedTimeout?: TimeValue;

  /**
   * Whether documents that cannot be indexed are kept in the failure store, unchanged, instead of being refused.
   * It takes effect when a data stream is created.
   *
   * @default true
   */
  readonly failureStore?: boolean;
}

/**
 * An index template for the data streams of some routes: lifecycle, mode, and a guard against too many fields.
 * A component template `<templateName>@custom`, if there is one, is merged in below it.
 *
 * Emits one ConfigMap whose `template.json` is the body of `PUT _index_template/<templateName>`.
 *
 * @throws PropsError if there is no route, or a count or a name is out of bounds
 */
export class IndexTemplate extends Construct {
  /** Name of the template in Elasticsearch. */
  readonly templateName: string;

  /** Body of the request that creates the template, as text. */
  readonly templateJson: string;

  /** Holds `template.json`. */
  readonly configMap: k8s.KubeConfigMap;

  constructor(scope: Construct, id: string, props: IndexTemplateProps) {
    super(scope, id);
    refuse(this, mistakesOf(props));

    const { templateName } = props;
    this.templateName = templateName;
    this.templateJson = `${JSON.stringify(templateBody(props), null, 2)}\n`;
    this.configMap = new k8s.KubeConfigMap(this, 'Resource', {
      metadata: {
        name: `index-template-${templateName}`,
        labels: labels({ name: 'index-template', instance: templateName }),
      },
      data: { 'template.json': this.templateJson },
    });
  }
}

function mistakesOf(props: IndexTemplateProps): string[] {
  const { templateName, routes } = props;
  return [
    ...(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(templateName)
      ? []
      : [`templateName must be lower-case letters, digits, dots and dashes, got '${templateName}'; rename it`]),
    ...(routes.length > 0 ? [] : ['routes must name at least one route, got none; add one']),
    ...routes
      .filter((route) => !isDataset(route))
      .map(
        (route) =>
          `routes must be lower-case letters, digits, '_' and '.', at most 100, starting with a letter, got '${route}'; rename it`,
      ),
    ...atLeast('numberOfShards', 1, props.numberOfShards),
    ...atLeast('numberOfReplicas', 0, props.numberOfReplicas),
    ...atLeast('totalFieldsLimit', 1, props.totalFieldsLimit),
  ];
}

function atLeast(name: string, least: number, value = least): string[] {
  if (Number.isInteger(value) && value >= least) return [];
  return [`${name} must be a whole number of at least ${least}, got ${value}; correct it`];
}
