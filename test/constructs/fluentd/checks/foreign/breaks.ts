import { describe, expect, test } from 'vitest';

import { CONFIGURATION_RULES, configurationMistakes } from '../../../../../constructs/fluentd/checks';
import { parse } from '../../../../../constructs/fluentd/conf';
import type { Broken } from './configurations';

/** Tests that each configuration breaks its rule, and no other one. */
export function testThatEachBreaksItsRuleOnly(samples: readonly Broken[]): void {
  describe('a configuration as people write them breaks this rule and no other', () => {
    test.each(samples.map((sample) => [sample.rule, sample] as const))(
      '%s',
      (name, { conf, surroundings, mistakes }) => {
        const directives = parse(conf);
        const rule = CONFIGURATION_RULES.find((candidate) => candidate.name === name);

        expect(rule?.check({ directives, surroundings: surroundings ?? {} })).toHaveLength(mistakes.length);
        expect(configurationMistakes(directives, surroundings)).toEqual(mistakes);
      },
    );
  });
}
