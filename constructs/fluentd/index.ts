export { type Directive, type EnvVariable, type ParamValue, render } from './conf';
export { Fluentd } from './fluentd';
export { MINIMUM_BUFFER_MIB, MINIMUM_MEMORY_MIB } from './limits';
export { METRICS_PORT } from './paths';
export { FIRST_LINE } from './pipeline/enrichment';
export { type Pipeline, type PipelineProps, pipeline } from './pipeline/pipeline';
export type { FluentdProps } from './props';
export { type Route, routeMistakes } from './routes';
export { type FluentdExistingSecrets, USERNAME } from './secrets';
