import type { MemoryQuantity } from '../../core';
import { fluentdSize } from '../limits';
import { PATHS } from '../paths';
import { match } from '../plugins';
import { rubyFiles } from '../ruby/required';
import type { Output } from './output';

/**
 * Events that Elasticsearch stores in no form, and what other plugins cannot handle: files on the node, of which the
 * oldest is removed when they are too large. An event that was only refused for a full buffer is none: it goes back to
 * its input, which reads it again.
 *
 * @param size disk of a node that they may take
 */
export function deadLetters(size: MemoryQuantity): Output {
  return {
    label: '@ERROR',
    comment: 'Dead letters: events that cannot be stored in any form',
    mistakes: () => [],
    footprint: () => ({ rubyFiles: rubyFiles('out_dead_letters', 'resend_dead_letters') }),
    directives: () => [
      match.deadLetters('**', {
        '@id': 'dead_letters',
        path: `${PATHS.state}/dead-letters`,
        max_size: fluentdSize(size),
      }),
    ],
  };
}
