import { expect, test } from 'vitest';

import { bytesOf, inFluentdsWords, secondsOf } from '../../../../../constructs/fluentd/checks/outputs/sizes';
import { testThatEachBreaksItsRuleOnly } from '../foreign/breaks';
import { OUTPUTS } from '../foreign/configurations';

testThatEachBreaksItsRuleOnly(OUTPUTS);

test('sizes and times are read as Fluentd reads them', () => {
  expect(['8m', '1G', '10', '64kb', '1.5g', undefined].map(bytesOf)).toEqual([
    2 ** 23,
    2 ** 30,
    10,
    2 ** 16,
    undefined,
    undefined,
  ]);
  expect(['30s', '2m', '1h', '1d', '1.5', '500ms'].map(secondsOf)).toEqual([30, 120, 3600, 86_400, 1.5, undefined]);
  expect([2 ** 23, 2 ** 36, 10, 0].map(inFluentdsWords)).toEqual(['8m', '64g', '10', '0']);
});
