import type { IlmPolicy } from './ilm-policy';
import type { IndexTemplate } from './index-template';
import type { ProvisionRequest } from './provision-script';

/** An object to apply, and where the job finds its body. */
export interface MountedObject extends ProvisionRequest {
  /** Name of the ConfigMap. */
  readonly configMap: string;

  /** Key of the ConfigMap. */
  readonly key: string;

  /** The body itself; a change makes a new job. */
  readonly body: string;
}

/** All objects in the order of their requests: a template may only name a policy that exists. */
export function mountedObjects(policies: readonly IlmPolicy[], templates: readonly IndexTemplate[]): MountedObject[] {
  return [
    ...policies.map(({ policyName, policyJson, configMap }) => ({
      object: `lifecycle policy ${policyName}`,
      path: `/_ilm/policy/${policyName}`,
      file: `ilm-policy-${policyName}.json`,
      configMap: configMap.name,
      key: 'policy.json',
      body: policyJson,
    })),
    ...templates.map(({ templateName, templateJson, configMap }) => ({
      object: `index template ${templateName}`,
      path: `/_index_template/${templateName}`,
      file: `index-template-${templateName}.json`,
      configMap: configMap.name,
      key: 'template.json',
      body: templateJson,
    })),
  ];
}

/** One sentence per object that is there more than once: the later one would overwrite the earlier one. */
export function repeatedNames(objects: readonly MountedObject[]): string[] {
  const names = objects.map(({ object }) => object);
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...repeated].map((name) => `policies and templates must have different names, got ${name} twice; rename one`);
}
