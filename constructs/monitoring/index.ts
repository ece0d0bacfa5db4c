export { certManagerRules } from './certificate-rules';
export { PLATFORM_METRICS } from './platform-metrics';
export { PodMonitor, type PodMonitorProps, SCRAPE_INTERVAL } from './pod-monitor';
export { PrometheusRules, type PrometheusRulesProps } from './prometheus-rules';
export { type RuleFile, ruleFile, ruleMistakes } from './rule-file';
export { type WorkloadReference, type WorkloadRulesOptions, workloadRules } from './workload-rules';
