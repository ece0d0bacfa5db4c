import './requirements';

export type { KubernetesObject, ObjectMetadata } from '../review/manifests/kubernetes-object';
export { type LintResult, lint, PRODUCTION_RULES, parseWaivers, RULES, type Waiver } from '../review/policies/lint';
export {
  type Deployed,
  PolicyError,
  type PolicyOptions,
  requirePolicies,
} from '../review/policies/require-policies';
export type { Rule, Violation } from '../review/policies/rule';
