export { IlmPolicy, RETENTION_ANNOTATION, totalRetention } from './ilm-policy';
export { IndexTemplate } from './index-template';
export { type IlmPolicyProps, policyBody } from './policy-body';
export {
  type IProvisioned,
  PROVISIONED_KINDS,
  type ProvisionedKind,
  type ProvisionedObject,
} from './provisioned-object';
export { Provisioner, type ProvisionerProps } from './provisioner';
export { type IndexTemplateProps, templateBody } from './template-body';
