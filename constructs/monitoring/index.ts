export { certManagerRules } from './certificate-rules';
export type { DashboardAddresses } from './grafana/addresses';
export { DASHBOARDS_PATH, GrafanaDashboards, type GrafanaDashboardsProps } from './grafana/grafana-dashboards';
export { DATA_SOURCE_PATHS, GrafanaDataSource, type GrafanaDataSourceProps } from './grafana/grafana-data-source';
export { PLATFORM_METRICS } from './platform-metrics';
export { PodMonitor, type PodMonitorProps, SCRAPE_INTERVAL } from './pod-monitor';
export { PrometheusRules, type PrometheusRulesProps } from './prometheus-rules';
export { type RuleFile, ruleFile, ruleMistakes } from './rule-file';
export { type WorkloadReference, type WorkloadRulesOptions, workloadRules } from './workload-rules';
