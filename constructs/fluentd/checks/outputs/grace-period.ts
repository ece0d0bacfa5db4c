import { walk } from '../../conf';
import type { ConfigurationRule } from '../rule';
import { secondsOf } from './sizes';

/**
 * A request that may take longer than the pod has to stop: it is cut off, its chunk is sent twice or, from a buffer in
 * memory, lost. Charts add a longer grace period for this: https://github.com/bitnami/charts/issues/6313; what a buffer in
 * memory loses is in https://github.com/fluent/fluentd/issues/2845.
 */
export const gracePeriod: ConfigurationRule = {
  name: 'grace-period',
  severity: 'warning',
  reason: 'Kubernetes kills a pod at the end of its grace period, in the middle of a request.',
  check: ({ directives, surroundings: { gracePeriod: seconds } }) => {
    if (seconds === undefined) return [];
    return [...walk(directives)].flatMap(({ directive, path }) => {
      const { name, params = {} } = directive;
      const timeout = secondsOf(params.request_timeout);
      if (!['match', 'store', 'secondary'].includes(name) || timeout === undefined || timeout <= seconds) return [];
      const text = `must be at most the terminationGracePeriodSeconds of the pod (${seconds}), got ${JSON.stringify(params.request_timeout)}; lower it, or raise the other`;
      return [{ path: [...path, directive], param: 'request_timeout', text }];
    });
  },
};
