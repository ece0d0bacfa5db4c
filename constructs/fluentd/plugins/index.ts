export { system } from './elements';
export * as filter from './filters.generated';
export * as source from './inputs.generated';
export * as match from './outputs.generated';
