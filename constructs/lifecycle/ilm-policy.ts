import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import { refuse, type TimeValue, toSeconds } from '../core';
import { type IlmPolicyProps, policyBody } from './policy-body';
import {
  bodyConfigMap,
  configMapMistakes,
  type IProvisioned,
  nameMistakes,
  type ProvisionedObject,
  provisionedObject,
} from './provisioned-object';

/** Annotation that states how old a log can get: the longest wait for rollover and the age at which it is deleted. */
export const RETENTION_ANNOTATION = 'cdk8s-efk/total-retention';

/**
 * An index lifecycle policy: hot, optionally warm and cold, then deleted. Every phase has the actions that make sense for
 * logs on the Basic licence and no others, so that none can be illegal; what differs between policies are ages and copies.
 *
 * Emits one ConfigMap whose `policy.json` is the body of `PUT _ilm/policy/<policyName>`.
 *
 * @throws PropsError if the ages do not increase from phase to phase, or the name cannot be one
 */
export class IlmPolicy extends Construct implements IProvisioned {
  /** Name of the policy in Elasticsearch. */
  readonly policyName: string;

  /** Body of the request that creates the policy, as text. */
  readonly policyJson: string;

  /** What a provisioner applies. */
  readonly request: ProvisionedObject;

  /** Holds `policy.json`. */
  readonly configMap: k8s.KubeConfigMap;

  constructor(scope: Construct, id: string, props: IlmPolicyProps) {
    super(scope, id);
    refuse(this, mistakesOf(props));

    const { policyName, hotMaxAge = '1d', deleteMinAge } = props;
    this.policyName = policyName;
    this.request = provisionedObject('lifecycle policy', policyName, policyBody(props), props);
    this.policyJson = this.request.body;
    this.configMap = bodyConfigMap(this, this.request, {
      [RETENTION_ANNOTATION]: totalRetention(hotMaxAge, deleteMinAge),
    });
  }
}

/**
 * Age that a log reaches at most: it waits for rollover, then the index waits to be deleted. In the largest whole unit, or
 * `unlimited` if it is never deleted.
 */
export function totalRetention(hotMaxAge: TimeValue, deleteMinAge: TimeValue | 'never'): TimeValue | 'unlimited' {
  if (deleteMinAge === 'never') return 'unlimited';
  const seconds = toSeconds(hotMaxAge) + toSeconds(deleteMinAge);
  const [unit, length] = UNITS.find(([, unitLength]) => seconds % unitLength === 0) ?? SECOND;
  return `${seconds / length}${unit}`;
}

const SECOND = ['s', 1] as const;
const UNITS = [['d', 86_400], ['h', 3_600], ['m', 60], SECOND] as const;

function mistakesOf(props: IlmPolicyProps): string[] {
  const { policyName, hotMaxAge = '1d', warmMinAge, coldMinAge, deleteMinAge } = props;
  const ages = Object.entries({ warmMinAge, coldMinAge, deleteMinAge }).filter(
    (age): age is [string, TimeValue] => age[1] !== undefined && age[1] !== 'never',
  );
  const disordered = ages.slice(1).flatMap(([name, age], i) => {
    const [previous, previousAge] = ages[i] ?? [name, age];
    if (toSeconds(previousAge) < toSeconds(age)) return [];
    return [`${previous} must be less than ${name} (${age}), got ${previousAge}; lower it or leave it out`];
  });
  return [
    ...nameMistakes('policyName', policyName),
    ...configMapMistakes(props),
    ...disordered,
    ...deletionMistakes(hotMaxAge, props),
    ...replicaMistakes('warmNumberOfReplicas', props.warmNumberOfReplicas, 'warmMinAge', warmMinAge),
    ...replicaMistakes('coldNumberOfReplicas', props.coldNumberOfReplicas, 'coldMinAge', coldMinAge),
  ];
}

function deletionMistakes(hotMaxAge: TimeValue, { deleteMinAge, waitForSnapshotPolicy }: IlmPolicyProps): string[] {
  if (deleteMinAge === 'never') {
    if (!waitForSnapshotPolicy) return [];
    return [
      `waitForSnapshotPolicy must go with deletion, got '${waitForSnapshotPolicy}' with deleteMinAge 'never'; leave it out`,
    ];
  }
  if (toSeconds(hotMaxAge) <= toSeconds(deleteMinAge)) return [];
  // Logs would be kept for more than twice as long as deleteMinAge says.
  return [`hotMaxAge must be at most deleteMinAge (${deleteMinAge}), got ${hotMaxAge}; lower it`];
}

function replicaMistakes(name: string, replicas: number | undefined, phase: string, minAge?: TimeValue): string[] {
  if (replicas === undefined) return [];
  if (!Number.isInteger(replicas) || replicas < 0) {
    return [`${name} must be a whole number of at least 0, got ${replicas}; correct it`];
  }
  return minAge ? [] : [`${name} must go with ${phase}, got ${replicas} without it; set ${phase} or leave it out`];
}
