import type { k8s } from 'cdk8s-plus-28';

import { DATA_KEY, DNS_SUBDOMAIN, followsRule, type Mistake, mistakeIn, shown } from '../../core';
import { ENV } from '../paths';

/**
 * Name of an environment variable as every supported version of Kubernetes takes it.
 *
 * @see https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/
 */
const NAME = /^(?!\.\.)(?!\.$)[-._a-zA-Z][-._a-zA-Z0-9]*$/;

const OWN: readonly string[] = Object.values(ENV);

/** What is wrong with the environment variables that a user adds, below the option `env`. */
export function variableMistakes(env: readonly k8s.EnvVar[]): Mistake[] {
  return env
    .flatMap((variable, index) =>
      [...nameMistakes(variable.name, env, index), ...sourceMistakes(variable)].map(({ path, message }) => ({
        path: [index, ...path],
        message,
      })),
    )
    .map(({ path, message }) => ({ path: ['env', ...path], message }));
}

function nameMistakes(name: string, env: readonly k8s.EnvVar[], index: number): Mistake[] {
  const path = ['name'];
  if (!NAME.test(name ?? '')) {
    return mistakeIn(
      path,
      false,
      'the name of a variable (letters, digits, _, - and ., no digit first)',
      name,
      'correct it',
    );
  }
  if (OWN.includes(name)) {
    return [{ path, message: `must not be one of the construct (${OWN.join(', ')}), got ${shown(name)}; rename it` }];
  }
  return env.findIndex((other) => other.name === name) === index
    ? []
    : [{ path, message: `must be there once, got ${shown(name)} again; remove one` }];
}

function sourceMistakes({ value, valueFrom }: k8s.EnvVar): Mistake[] {
  if ((value === undefined) === (valueFrom === undefined)) {
    const got = value === undefined ? 'neither' : 'both';
    return [
      {
        path: [],
        message: `must have either value or valueFrom, got ${got}; ${got === 'both' ? 'remove' : 'add'} one`,
      },
    ];
  }
  if (valueFrom && Object.values(valueFrom).every((source) => source === undefined)) {
    return [{ path: ['valueFrom'], message: 'must say where the value is, got {}; add secretKeyRef' }];
  }
  return (['secretKeyRef', 'configMapKeyRef'] as const).flatMap((kind) => {
    const reference = valueFrom?.[kind];
    if (!reference) return [];
    const what = kind === 'secretKeyRef' ? 'Secret' : 'ConfigMap';
    const { name, key } = reference;
    return [
      ...mistakeIn(
        ['valueFrom', kind, 'name'],
        followsRule(name, DNS_SUBDOMAIN),
        `the name of a ${what}, ${DNS_SUBDOMAIN.bound}`,
        name,
        'correct it',
      ),
      ...mistakeIn(['valueFrom', kind, 'key'], followsRule(key, DATA_KEY), DATA_KEY.bound, key, 'correct it'),
    ];
  });
}
