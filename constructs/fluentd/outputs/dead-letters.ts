import type { Directive } from '../conf';
import { PATHS } from '../paths';
import type { Output } from './output';

/**
 * Events that nobody can store, e.g. because a field has another type than in the mapping: one file per day, as JSON.
 * The file never refuses, so an error cannot cause another error (fluent/fluentd#5462).
 */
export const DEAD_LETTERS: Output = {
  label: '@ERROR',
  comment: 'Dead letters: events that cannot be stored; why is in the log of Fluentd',
  mistakes: () => [],
  footprint: () => ({}),
  directives: (): Directive[] => [
    {
      name: 'match',
      argument: '**',
      params: { '@type': 'file', '@id': 'dead_letters', path: `${PATHS.state}/dead-letters/%Y-%m-%d`, append: true },
      children: [
        { name: 'format', params: { '@type': 'json' } },
        {
          name: 'inject',
          params: { tag_key: 'tag', time_key: '@timestamp', time_type: 'string', time_format: '%FT%T.%N%:z' },
        },
        {
          name: 'buffer',
          argument: 'time',
          params: {
            '@type': 'file',
            path: `${PATHS.state}/buffer/dead-letters`,
            timekey: '1d',
            flush_mode: 'immediate',
            total_limit_size: '256m',
            retry_forever: true,
            overflow_action: 'block',
          },
        },
      ],
    },
  ],
};

/** Bounds the disk that dead letters and unreadable chunks take: a week, and 64 MiB a file; Fluentd has no option for it. */
export const DEAD_LETTER_RETENTION: Directive = {
  name: 'source',
  comment: 'Removes dead letters and unreadable chunks after a week, and files above 64 MiB',
  params: {
    '@type': 'exec',
    '@id': 'dead_letter_retention',
    '@label': '@FLUENT_LOG',
    tag: 'retention',
    run_interval: '1m',
    command: `cd ${PATHS.state} && mkdir -p dead-letters backup && find dead-letters backup -type f "(" -mtime +6 -o -size +64M ")" -delete`,
  },
  children: [{ name: 'parse', params: { '@type': 'none' } }],
};
