export {
  type ByteSize,
  type CertificateAuthority,
  type CpuQuantity,
  type CredentialsSecret,
  DEFAULT_STACK_VERSION,
  type ElasticsearchEndpoint,
  type FileRealmSecret,
  type FileRealmUser,
  type KeysSecret,
  type MemoryQuantity,
  PropsError,
  type SecretSpec,
  type ServiceToken,
  type ServiceTokenSecret,
  STACK_VERSIONS,
  type StackVersion,
  type TimeValue,
  type TlsSecret,
} from './core';
export {
  Elasticsearch,
  type ElasticsearchProps,
  type IndicesPrivileges,
  type NodeRole,
  type NodeSetProps,
  provisionerRole,
  type RoleDescriptor,
  writerRole,
} from './elasticsearch';
export { Fluentd, type FluentdProps, type Route } from './fluentd';
export { Kibana, type KibanaProps } from './kibana';
export {
  IlmPolicy,
  type IlmPolicyProps,
  IndexTemplate,
  type IndexTemplateProps,
  Provisioner,
  type ProvisionerProps,
} from './lifecycle';
