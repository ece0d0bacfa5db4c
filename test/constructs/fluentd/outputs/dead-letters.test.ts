import { expect, test } from 'vitest';

import { deadLetters } from '../../../../constructs/fluentd/outputs/dead-letters';
import { chain } from '../../../../constructs/fluentd/pipeline/chain';
import { rubyFiles } from '../../../../constructs/fluentd/ruby/required';

test('what fails anywhere goes to files of a bounded size, which can be sent again', () => {
  const output = deadLetters('128Mi');
  const [label] = chain([], [output]);
  expect(label?.argument).toBe('@ERROR');
  expect(label?.children).toEqual([
    {
      name: 'match',
      argument: '**',
      params: {
        '@type': 'dead_letters',
        '@id': 'dead_letters',
        path: '/var/lib/fluentd/dead-letters',
        max_size: '128m',
      },
    },
  ]);
  expect(output.mistakes()).toEqual([]);
  expect(output.footprint()).toEqual({ rubyFiles: rubyFiles('out_dead_letters', 'resend_dead_letters') });
});
