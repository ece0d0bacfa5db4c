import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import { labels, refuse, type TimeValue, toSeconds } from '../core';
import { type IlmPolicyProps, policyBody } from './policy-body';

/** Annotation that states how old a log can get: the longest wait for rollover and the age at which it is deleted. */
export const RETENTION_ANNOTATION = 'cdk8s-efk/total-retention';

/**
 * An index lifecycle policy: hot, optionally warm and cold, then deleted.
 *
 * Emits one ConfigMap whose `policy.json` is the body of `PUT _ilm/policy/<policyName>`.
 *
 * @throws PropsError if the ages do not increase from phase to phase, or the name cannot be one
 */
export class IlmPolicy extends Construct {
  /** Name of the policy in Elasticsearch. */
  readonly policyName: string;

  /** Body of the request that creates the policy, as text. */
  readonly policyJson: string;

  /** Holds `policy.json`. */
  readonly configMap: k8s.KubeConfigMap;

  constructor(scope: Construct, id: string, props: IlmPolicyProps) {
    super(scope, id);
    refuse(this, mistakesOf(props));

    const { policyName, hotMaxAge = '1d', deleteMinAge } = props;
    const name = `ilm-policy-${policyName}`;
    this.policyName = policyName;
    this.policyJson = `${JSON.stringify(policyBody(props), null, 2)}\n`;
    this.configMap = new k8s.KubeConfigMap(this, 'Resource', {
      metadata: {
        name,
        labels: labels({ name: 'ilm-policy', instance: policyName }),
        annotations: { [RETENTION_ANNOTATION]: totalRetention(hotMaxAge, deleteMinAge) },
      },
      data: { 'policy.json': this.policyJson },
    });
  }
}

/** Age that a log reaches at most: it waits for rollover, then the index waits to be deleted. In the largest whole unit. */
export function totalRetention(hotMaxAge: TimeValue, deleteMinAge: TimeValue): TimeValue {
  const seconds = toSeconds(hotMaxAge) + toSeconds(deleteMinAge);
  const [unit, length] = UNITS.find(([, unitLength]) => seconds % unitLength === 0) ?? SECOND;
  return `${seconds / length}${unit}`;
}

const SECOND = ['s', 1] as const;
const UNITS = [['d', 86_400], ['h', 3_600], ['m', 60], SECOND] as const;

function mistakesOf(props: IlmPolicyProps): string[] {
  const { policyName, warmMinAge, coldMinAge, deleteMinAge } = props;
  const ages = Object.entries({ warmMinAge, coldMinAge, deleteMinAge }).filter(
    (age): age is [string, TimeValue] => age[1] !== undefined,
  );
  const disordered = ages.slice(1).flatMap(([name, age], i) => {
    const [previous, previousAge] = ages[i] ?? [name, age];
    if (toSeconds(previousAge) < toSeconds(age)) return [];
    return [`${previous} must be less than ${name} (${age}), got ${previousAge}; lower it or leave it out`];
  });
  return [
    ...(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(policyName)
      ? []
      : [`policyName must be lower-case letters, digits, dots and dashes, got '${policyName}'; rename it`]),
    ...disordered,
    ...replicaMistakes('warmNumberOfReplicas', props.warmNumberOfReplicas, 'warmMinAge', warmMinAge),
    ...replicaMistakes('coldNumberOfReplicas', props.coldNumberOfReplicas, 'coldMinAge', coldMinAge),
  ];
}

function replicaMistakes(name: string, replicas: number | undefined, phase: string, minAge?: TimeValue): string[] {
  if (replicas === undefined) return [];
  if (!Number.isInteger(replicas) || replicas < 0) {
    return [`${name} must be a whole number of at least 0, got ${replicas}; correct it`];
  }
  return minAge ? [] : [`${name} must go with ${phase}, got ${replicas} without it; set ${phase} or leave it out`];
}
