import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import { refuse } from '../core';
import {
  bodyConfigMap,
  configMapMistakes,
  type IProvisioned,
  nameMistakes,
  type ProvisionedObject,
  type ProvisionedObjectProps,
  provisionedObject,
} from './provisioned-object';

/** Type and parameters of a field, or the fields inside of it. */
export type FieldMapping = { readonly type: string; readonly [parameter: string]: unknown } | FieldMappings;

/** Fields by name. */
export interface FieldMappings {
  /** Fields, each with its type or with fields of its own. */
  readonly properties: Readonly<Record<string, FieldMapping>>;
}

/** Properties for defining a `ComponentTemplate`. */
export interface ComponentTemplateProps extends ProvisionedObjectProps {
  /** Name of the template in Elasticsearch; index templates refer to it. */
  readonly templateName: string;

  /**
   * Settings of an index by their full names, e.g. `index.refresh_interval`.
   *
   * @default - none
   */
  readonly settings?: Readonly<Record<`index.${string}`, string | number | boolean | readonly string[]>>;

  /**
   * Types of fields.
   *
   * @default - none
   */
  readonly mappings?: FieldMappings;
}

/**
 * Settings and mappings that several index templates share, or that a team adds for its own fields: name it in
 * `componentTemplates` of an `IndexTemplate`. Where both say something, the index template wins.
 *
 * Emits one ConfigMap whose `template.json` is the body of `PUT _component_template/<templateName>`.
 *
 * @throws PropsError if it says nothing, or the name cannot be one
 */
export class ComponentTemplate extends Construct implements IProvisioned {
  /** Name of the template in Elasticsearch. */
  readonly templateName: string;

  /** What a provisioner applies. */
  readonly request: ProvisionedObject;

  /** Holds `template.json`. */
  readonly configMap: k8s.KubeConfigMap;

  constructor(scope: Construct, id: string, props: ComponentTemplateProps) {
    super(scope, id);
    const { templateName, settings, mappings } = props;
    refuse(this, [
      ...nameMistakes('templateName', templateName),
      ...configMapMistakes(props),
      ...(settings || mappings ? [] : ['settings or mappings must be given, got neither; add one']),
    ]);

    this.templateName = templateName;
    const template = { ...(settings && { settings }), ...(mappings && { mappings }) };
    const body = { template, _meta: { managed_by: 'cdk8s-efk' } };
    this.request = provisionedObject('component template', templateName, body, props);
    this.configMap = bodyConfigMap(this, this.request);
  }
}
