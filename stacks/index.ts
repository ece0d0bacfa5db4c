export { defineStacks, type Stacks } from './define-stacks';
export { checkPolicies, manifests, writeManifests } from './manifests';
