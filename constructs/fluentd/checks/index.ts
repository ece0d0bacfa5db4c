import type { Directive } from '../conf';
import { errorLabel } from './flow/error-label';
import { labelLoop } from './flow/label-loop';
import { labels } from './flow/labels';
import { rewriteLoop } from './flow/rewrite-loop';
import { unmatchedTag } from './flow/unmatched-tag';
import { filterAfterMatch, unreachableMatch } from './flow/unreachable-match';
import { unusedLabel } from './flow/unused-label';
import { oneId } from './ids';
import { bufferVolume } from './outputs/buffer-volume';
import { chunkSize } from './outputs/chunk-size';
import { clientVersion } from './outputs/client-version';
import { gracePeriod } from './outputs/grace-period';
import { onePath } from './outputs/one-path';
import { overflow } from './outputs/overflow';
import { sentence } from './places';
import type { ConfigurationRule, Surroundings } from './rule';
import { embeddedRuby } from './safety/embedded-ruby';
import { secretInClear } from './safety/secret-in-clear';
import { knownWord, pluginInImage, requiredParameter, validValue } from './words/rules';

export { type Mistake, sentence } from './places';
export type { Configuration, ConfigurationRule, Severity, SizedVolume, Surroundings } from './rule';

/** Rules for a whole configuration, ours or anybody else's. */
export const CONFIGURATION_RULES: readonly ConfigurationRule[] = [
  ...[knownWord, pluginInImage, requiredParameter, validValue],
  ...[labels, unusedLabel, errorLabel, labelLoop, rewriteLoop],
  ...[unreachableMatch, filterAfterMatch, unmatchedTag],
  ...[oneId, onePath, bufferVolume, chunkSize, gracePeriod, overflow, clientVersion],
  ...[secretInClear, embeddedRuby],
];

/**
 * What is wrong with a whole configuration of our own, also what Fluentd would only warn about.
 *
 * @param surroundings what is known of where it runs
 * @returns one sentence per mistake, for `refuse`
 */
export function configurationMistakes(directives: readonly Directive[], surroundings: Surroundings = {}): string[] {
  const configuration = { directives, surroundings };
  return CONFIGURATION_RULES.flatMap(({ check }) => check(configuration)).map(sentence);
}
