export { type Directive, type EnvVariable, type ParamValue, render } from './conf';
export { Fluentd } from './fluentd';
export { MINIMUM_BUFFER_MIB, MINIMUM_MEMORY_MIB } from './limits';
export { METRICS_PORT } from './paths';
export { type PipelineProps, pipeline } from './pipeline';
export { FIRST_LINE } from './pipeline/enrichment';
export type { FluentdProps } from './props';
export { type Route, routeMistakes } from './routes';
export { type FluentdExistingSecrets, USERNAME } from './secrets';
