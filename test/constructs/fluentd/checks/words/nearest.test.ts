import { expect, test } from 'vitest';

import { nearest } from '../../../../../constructs/fluentd/checks/words/nearest';

const WORDS = ['path', 'pos_file', 'path_key', 'tag'];

test.each([
  ['paht', ['path']],
  ['pos_fiel', ['pos_file']],
  ['POS_FILE', ['pos_file']],
  ['posfile', ['pos_file']],
  ['path_keys', ['path_key']],
  ['tga', ['tag']],
  ['tagg', ['tag']],
  ['something_else', []],
  ['', []],
])('%j could be %j', (word, expected) => {
  expect(nearest(word, WORDS)).toEqual(expected);
});
