export { Elasticsearch } from './elasticsearch';
export { heapMiB } from './heap';
export { ElasticsearchExporter, type ElasticsearchExporterProps } from './monitoring/exporter';
export { EXPORTER_PORT } from './monitoring/exporter-pod';
export type { ExporterExistingSecrets } from './monitoring/exporter-secrets';
export { EXPORTER_JOB, EXPORTER_METRICS } from './monitoring/metrics';
export { type ElasticsearchRulesOptions, elasticsearchRules } from './monitoring/rules';
export { NODE_ROLES, type NodeRole } from './node-roles';
export type { ElasticsearchProps, NodeSetProps, S3StorageProps } from './props';
export {
  type IndicesPrivileges,
  type ProvisionerRoleOptions,
  provisionerRole,
  type RoleDescriptor,
  readerRole,
  type WatcherRoleOptions,
  type WriterRoleOptions,
  watcherRole,
  writerRole,
} from './roles';
export { type RouteDemand, type SizingInput, sizingMistakes } from './sizing/fit';
export type { DataTier, Ingest, RouteIngest } from './sizing/ingest';
export { planElasticsearch } from './sizing/plan-elasticsearch';
export type { ElasticsearchPlan, ElasticsearchPlanProps, TierPlan } from './sizing/plan-props';
export {
  type NodeSetReport,
  type SizingReport,
  sizingReport,
  sizingReportText,
  type TierReport,
} from './sizing/report';
