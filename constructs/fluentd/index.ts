export { type Directive, type EnvVariable, type ParamValue, render } from './conf';
export { Fluentd } from './fluentd';
export { eventMistakes, MINIMUM_BUFFER_MIB, MINIMUM_MEMORY_MIB, memoryMistakes } from './limit-mistakes';
export type { EventLimits } from './limits';
export { METRICS_PORT } from './paths';
export { type Pipeline, type PipelineProps, pipeline } from './pipeline/pipeline';
export type { FluentdProps } from './props';
export { type Route, routeMistakes } from './routes';
export { type FluentdExistingSecrets, USERNAME } from './secrets';
