export {
  type ClientCredentials,
  clientEgress,
  credentialMistakes,
  dnsPortMistakes,
  type ElasticsearchEndpoint,
  endpointMistakes,
  serverEgress,
} from './clients';
export { CONFIG_HASH_ANNOTATION, configHash } from './config-hash';
export { type DataStreamFields, dataStreamFields, dataStreamName, dataStreamPattern, isDataset } from './data-streams';
export { type Mistake, PropsError, placeOf, refuse, refuseTwins } from './errors';
export {
  DEFAULT_STACK_VERSION,
  ELASTICSEARCH_EXPORTER_IMAGE,
  IMAGES,
  majorVersion,
  NODE_IMAGE,
  STACK_VERSIONS,
  type StackImages,
  type StackVersion,
} from './images';
export { type ComponentIdentity, labels, selectorLabels } from './labels';
export type { AlertRule, RecordingRule, RuleGroup, Severity } from './monitoring/alert-rules';
export type { MetricsEndpoint } from './monitoring/metrics-endpoint';
export { type Scraper, scrapeIngress } from './monitoring/scraper';
export {
  countMistakes,
  DATA_KEY,
  DNS_LABEL,
  DNS_SUBDOMAIN,
  few,
  followsRule,
  isSharedNamespace,
  LABEL_VALUE,
  mistakeIn,
  type NameRule,
  ownNamespaceMistake,
  QUALIFIED_NAME,
  shown,
} from './names';
export { RESTRICTED_CONTAINER, restrictedPod } from './pod-security';
export { type ResourceProps, resources, type Scratch, scratchVolumes, sumOf } from './resources';
export {
  type AuthorityReference,
  authoritySource,
  type CertificateReference,
  type ConfigMapReference,
  certificateMistakes,
  keyFiles,
  referenceMistakes,
  type SecretReference,
  secretVariable,
  tlsVolume,
  type UserReference,
} from './secret-references';
export {
  type CertificateAuthority,
  type CredentialsSecret,
  type FileRealmSecret,
  type FileRealmUser,
  type KeysSecret,
  type SecretSpec,
  type ServiceToken,
  type ServiceTokenSecret,
  serviceHostNames,
  type TlsSecret,
} from './secrets';
export {
  type ByteSize,
  type CpuQuantity,
  isByteSize,
  isCpuQuantity,
  isMemoryQuantity,
  isTimeValue,
  type MemoryQuantity,
  type TimeValue,
  toBytes,
  toMillicores,
  toSeconds,
} from './units';
