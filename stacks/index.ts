export { defineStacks, type Stacks } from './define-stacks';
export { manifests, writeManifests } from './manifests';
