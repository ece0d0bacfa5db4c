export { IlmPolicy, RETENTION_ANNOTATION, totalRetention } from './ilm-policy';
export { IndexTemplate } from './index-template';
export { type IlmPolicyProps, policyBody } from './policy-body';
export { PROVISION_SCRIPT, type ProvisionRequest, requestList } from './provision-script';
export { Provisioner, type ProvisionerProps } from './provisioner';
export { type IndexTemplateProps, templateBody } from './template-body';
