export { IlmPolicy, type IlmPolicyProps, RETENTION_ANNOTATION, totalRetention } from './ilm-policy';
export { IndexTemplate, type IndexTemplateProps } from './index-template';
export { policyBody } from './policy-body';
export { PROVISION_SCRIPT, type ProvisionRequest, requestList } from './provision-script';
export { Provisioner, type ProvisionerProps } from './provisioner';
export { templateBody } from './template-body';
