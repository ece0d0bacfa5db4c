import { expect, test } from 'vitest';

import { RUBY_FILES } from '../../../../constructs/fluentd/ruby/files.generated';
import { rubyFiles } from '../../../../constructs/fluentd/ruby/required';

test('a file comes with all that it requires, and that with what it requires', () => {
  expect(Object.keys(rubyFiles('bulk_lines')).sort()).toMatchInlineSnapshot(`
    [
      "bulk_document.rb",
      "bulk_lines.rb",
      "other_form.rb",
      "pipeline_error.rb",
      "promoted_durations.rb",
      "promoted_fields.rb",
      "promoted_keys.rb",
      "promoted_requests.rb",
      "storable_time.rb",
    ]
  `);
  const { 'bulk_lines.rb': text } = rubyFiles('bulk_lines');
  expect(text).toBe(RUBY_FILES['bulk_lines.rb']);
});

test('a file that is not there is refused', () => {
  expect(() => rubyFiles('in_nothing')).toThrow(new RangeError('there must be a Ruby file in_nothing.rb'));
});
