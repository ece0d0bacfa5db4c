import * as local from '../../local/fluentd';

/**
 * Why no Fluentd can be had on this machine, for tests that are to be skipped there.
 *
 * @returns what is missing, to be read after `it needs`; undefined if it can be had
 */
export function missingFluentd(): Promise<string | undefined> {
  return local.missingFluentd();
}
