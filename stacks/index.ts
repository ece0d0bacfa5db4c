export { defineStacks, type Stacks } from './define-stacks';
export type { ElasticsearchStack } from './elasticsearch-stack';
export type { KibanaStack } from './kibana-stack';
export { checkPolicies, manifests, writeManifests } from './manifests';
