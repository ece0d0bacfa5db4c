export {
  ComponentTemplate,
  type ComponentTemplateProps,
  type FieldMapping,
  type FieldMappings,
} from './component-template';
export { IlmPolicy, RETENTION_ANNOTATION, totalRetention } from './ilm-policy';
export { IndexTemplate } from './index-template';
export { type IlmPolicyProps, policyBody } from './policy-body';
export {
  type IProvisioned,
  PROVISIONED_KINDS,
  type ProvisionedKind,
  type ProvisionedObject,
  type ProvisionedObjectProps,
} from './provisioned-object';
export { Provisioner, type ProvisionerProps } from './provisioner';
export { SnapshotPolicy, type SnapshotPolicyProps, snapshotPolicyBody } from './snapshots/snapshot-policy';
export { SnapshotRepository, type SnapshotRepositoryProps } from './snapshots/snapshot-repository';
export {
  type DataStreamLifecycle,
  type DataStreamProps,
  type IndexTemplateProps,
  type PolicyLifecycle,
  templateBody,
} from './template-body';
