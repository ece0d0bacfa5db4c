export { FluentdAggregator } from './aggregator/aggregator';
export type { AggregatorEndpoint } from './aggregator/endpoint';
export { aggregatorSizeMistakes, onceMistakes } from './aggregator/mistakes';
export type { AggregatorPodOptions } from './aggregator/placement';
export type { FluentdAggregatorProps } from './aggregator/props';
export type { Autoscaling } from './aggregator/scaling';
export {
  type Directive,
  type EnvVariable,
  type Evaluated,
  type Label,
  type ParamValue,
  type RubyCode,
  render,
  type Text,
} from './conf';
export { Fluentd } from './fluentd';
export type { Footprint, FootprintService } from './footprint';
export { covers, GLOB } from './globs';
export type { ContainerRuntime } from './inputs/container-logs';
export type { LogExclusion } from './inputs/exclusion';
export type { Tier } from './inputs/kind';
export { gemsOfInputs, tiersOf } from './inputs/kinds';
export type { InputKindName, LogInput } from './inputs/log-input';
export { type AroundInputs, type InputCollector, inputMistakes } from './inputs/mistakes';
export type { ClientAuthority, InputCertificate } from './inputs/network/certificate';
export { type InputService, type ListeningInput, SERVICE_TYPES } from './inputs/network/exposure';
export type { ForwardInput } from './inputs/network/forward';
export type { HttpInput } from './inputs/network/http';
export type { InputPeers } from './inputs/network/peers';
export type { SyslogInput } from './inputs/network/syslog';
export type { AuditInput } from './inputs/node/audit';
export {
  AUDIT_CODES,
  AUDIT_LEVELS,
  AUDIT_STAGES,
  AUDIT_VERBS,
  type AuditCodeClass,
  type AuditDropRule,
  type AuditLevel,
  type AuditStage,
  type AuditVerb,
} from './inputs/node/audit-drop';
export type { FilesInput } from './inputs/node/files';
export type { JournaldInput } from './inputs/node/journald';
export type { SampleInput } from './inputs/node/sample';
export { inputTreatments } from './inputs/own-treatments';
export type { EventsInput } from './inputs/services/events';
export type { KafkaInput } from './inputs/services/kafka';
export { SQL_SYSTEMS, type SqlInput, type SqlSystem } from './inputs/services/sql';
export type { KafkaServers } from './kafka';
export {
  eventMistakes,
  MINIMUM_BUFFER_MIB,
  MINIMUM_MEMORY_MIB,
  memoryMistakes,
  routeBufferMistakes,
} from './limit-mistakes';
export { bufferParts, type EventLimits } from './limits';
export { type AbnormalLogs, abnormalMistakes, abnormalRule } from './monitoring/abnormal';
export { CANARY_RULES, type CanarySource, canaryMistakes } from './monitoring/canary';
export { CANARY_CONTAINER, LogCanary, type LogCanaryProps } from './monitoring/log-canary';
export { type FieldLabel, LABEL_FIELDS, LOG_LABELS, type LogLabel, type LogMetric } from './monitoring/log-metric';
export { logMetricMistakes } from './monitoring/log-metric-mistakes';
export { COLLECTOR_RULES } from './monitoring/rules/collector-rules';
export { type FluentdOptions, optionMistakes } from './option-mistakes';
export type { WhenFull } from './outputs/buffer';
export type { OutputKinds } from './outputs/kinds';
export type { ElasticsearchDestination } from './outputs/kinds/elasticsearch';
export type { FileDestination } from './outputs/kinds/file';
export type { HttpDestination } from './outputs/kinds/http';
export type { KafkaDestination } from './outputs/kinds/kafka';
export type { LokiDestination } from './outputs/kinds/loki';
export type { S3Destination } from './outputs/kinds/s3-destination';
export type { StdoutDestination } from './outputs/kinds/stdout';
export { outputMistakes } from './outputs/mistakes';
export { gemsOfOutputs, type NamedOutput } from './outputs/named-output';
export { METRICS_PORT } from './paths';
export type { AddedSource, Additions } from './pipeline/additions';
export { labelSourceMistakes } from './pipeline/by-labels';
export type { Stage } from './pipeline/chain';
export { type Pipeline, pipeline } from './pipeline/pipeline';
export type { PodMetadata } from './pipeline/pod-metadata';
export type { PipelineProps } from './pipeline/props';
export { LOG_LEVELS, type LogLevel } from './pipeline/self';
/** Every plugin of the image as a typed function: `plugins.filter.grep('**', { ... })`. */
export * as plugins from './plugins';
export { officialGems } from './plugins/images';
export type { FluentdImage } from './pod/image';
export type { LossBound } from './pod/loss-bound';
export { labelMistakes } from './pod/metadata';
export type { FluentdPodOptions } from './pod/pod-options';
export type { FluentdDaemonSetProps } from './pod/props';
export type { ResourceQuota } from './pod/resources';
export type { RollingUpdate, UpdateStrategy } from './pod/rollout';
export type { BufferVolume } from './pod/state-volume';
export type { CollectorProps, FluentdProps } from './props';
export { outputsOf, type Route, routeMistakes, STACK_OUTPUT } from './routes';
export { type AggregatorExistingSecrets, type FluentdExistingSecrets, USERNAME } from './secrets';
export type { Condition, Conditions, FieldValue } from './treatments/conditions';
export type { CsvFormat } from './treatments/formats/csv';
export { type LineFormat, NAMED_FORMATS, type NamedFormat } from './treatments/formats/format';
export type { GrokFormat } from './treatments/formats/grok';
export type { RegexpFormat } from './treatments/formats/pattern';
export { treatmentMistakes } from './treatments/mistakes';
export type { DropRule } from './treatments/options/drop';
export type { Fields } from './treatments/options/fields';
export {
  ECS_LEVELS,
  type EcsLevel,
  LEVEL_NUMBERS,
  type LevelNumbers,
  type LevelOptions,
} from './treatments/options/level';
export type { MaxMessage } from './treatments/options/max-message';
export {
  type FirstLine,
  type Multiline,
  TRACE_LANGUAGES,
  type TraceLanguage,
} from './treatments/options/multiline';
export type { Parse } from './treatments/options/parse';
export type { RateLimit } from './treatments/options/rate-limit';
export {
  KNOWN_SECRETS,
  type KnownRedaction,
  type KnownSecret,
  type OwnRedaction,
  type Redaction,
  type RedactionForm,
} from './treatments/options/redact';
export type { Sample } from './treatments/options/sample';
export type { WrittenTime } from './treatments/options/time';
export type { Selection } from './treatments/selection';
export type { Treatment } from './treatments/treatment';
