import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import { isDataset, labels, refuse } from '../core';
import { type IndexTemplateProps, templateBody } from './template-body';

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
