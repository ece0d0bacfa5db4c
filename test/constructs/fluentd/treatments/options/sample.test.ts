import { expect, test } from 'vitest';

import { SAMPLE } from '../../../../../constructs/fluentd/treatments/options/sample';
import { said } from '../said';

test('a share becomes a section', () => {
  const sample = { keep: 0.1, by: 'trace.id', except: { 'json.level': /err/ } };
  expect(said(SAMPLE.mistakes(sample))).toBe('');
  expect(SAMPLE.params(sample)).toEqual({
    sample: { keep: 0.1, by: 'trace.id', except: { 'json.level': { matches: 'err' } } },
  });
});

test('what is no share is refused', () => {
  expect(said([0, 1, -1, 10, Number.NaN].flatMap((keep) => SAMPLE.mistakes({ keep })))).toMatchInlineSnapshot(`
    "keep must be more than 0 and less than 1, got 0; write 0.1 for a tenth, or use drop
    keep must be more than 0 and less than 1, got 1; write 0.1 for a tenth, or use drop
    keep must be more than 0 and less than 1, got -1; write 0.1 for a tenth, or use drop
    keep must be more than 0 and less than 1, got 10; write 0.1 for a tenth, or use drop
    keep must be more than 0 and less than 1, got NaN; write 0.1 for a tenth, or use drop"
  `);
  expect(said(SAMPLE.mistakes({ keep: 0.5, by: 'a..b', except: {} }))).toMatchInlineSnapshot(`
    "by must be the name of a field, got "a..b"; write it as in Elasticsearch, for example json.time
    except must have a condition, got {}, which every line fulfils; write one for a field"
  `);
});
