import { expect, test } from 'vitest';

import { fieldMistakes } from '../../../../constructs/fluentd/treatments/field';
import { said } from './said';

test.each(['message', 'json.@timestamp', 'json.a-b.Größe'])('%s is the name of a field', (name) => {
  expect(fieldMistakes(name, [])).toEqual([]);
});

test.each(['', '.a', 'a.', 'a..b', 'a\n'])('%j is none', (name) => {
  expect(said(fieldMistakes(name, ['field']))).toBe(
    `field must be the name of a field, got ${JSON.stringify(name)}; write it as in Elasticsearch, for example json.time`,
  );
});
