import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import { dataStreamName, isDataset, refuse } from '../core';
import {
  bodyConfigMap,
  configMapMistakes,
  type IProvisioned,
  nameMistakes,
  type ProvisionedObject,
  provisionedObject,
} from './provisioned-object';
import { type IndexTemplateProps, templateBody } from './template-body';

/**
 * An index template for the data streams of some routes, and these data streams: lifecycle, mode, and a guard against too
 * many fields. A provisioner makes the data streams, so that none is ever made from another template.
 * A component template `<templateName>@custom`, if there is one, is merged in below it.
 *
 * Emits one ConfigMap whose `template.json` is the body of `PUT _index_template/<templateName>`.
 *
 * @throws PropsError if there is no route, or a count or a name is out of bounds
 */
export class IndexTemplate extends Construct implements IProvisioned {
  /** Name of the template in Elasticsearch. */
  readonly templateName: string;

  /** Body of the request that creates the template, as text. */
  readonly templateJson: string;

  /** What a provisioner applies. */
  readonly request: ProvisionedObject;

  /** Holds `template.json`. */
  readonly configMap: k8s.KubeConfigMap;

  constructor(scope: Construct, id: string, props: IndexTemplateProps) {
    super(scope, id);
    refuse(this, mistakesOf(props));

    const { templateName, routes } = props;
    this.templateName = templateName;
    this.request = {
      ...provisionedObject('index template', templateName, templateBody(props), props),
      dataStreams: routes.map(dataStreamName),
    };
    this.templateJson = this.request.body;
    this.configMap = bodyConfigMap(this, this.request);
  }
}

function mistakesOf(props: IndexTemplateProps): string[] {
  const { templateName, routes } = props;
  return [
    ...nameMistakes('templateName', templateName),
    ...configMapMistakes(props),
    ...(routes.length > 0 ? [] : ['routes must name at least one route, got none; add one']),
    ...routes
      .filter((route) => !isDataset(route))
      .map(
        (route) =>
          `routes must be lower-case letters, digits, '_' and '.', at most 100, starting with a letter, got '${route}'; rename it`,
      ),
    ...lifecycleMistakes(props),
    ...atLeast('numberOfShards', 1, props.numberOfShards),
    ...atLeast('numberOfReplicas', 0, props.numberOfReplicas),
    ...atLeast('totalFieldsLimit', 1, props.totalFieldsLimit),
  ];
}

/** The types say the same to who writes TypeScript; without a lifecycle disks fill up. */
function lifecycleMistakes({ policyName, dataRetention }: IndexTemplateProps): string[] {
  if ((policyName === undefined) !== (dataRetention === undefined)) return [];
  return [
    `policyName or dataRetention must be given, and not both, got ${policyName ? `'${policyName}' and ${dataRetention}` : 'neither'}; choose one`,
  ];
}

function atLeast(name: string, least: number, value = least): string[] {
  if (Number.isInteger(value) && value >= least) return [];
  return [`${name} must be a whole number of at least ${least}, got ${value}; correct it`];
}
