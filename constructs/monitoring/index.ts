export { PodMonitor, type PodMonitorProps, SCRAPE_INTERVAL } from './pod-monitor';
export { PrometheusRules, type PrometheusRulesProps } from './prometheus-rules';
export { type RuleFile, ruleFile, ruleMistakes } from './rule-file';
