import type { Mistake } from '../../../core';
import { fieldMistakes } from '../field';
import type { Option } from '../option';

/** A level in the words of the Elastic Common Schema. */
export type EcsLevel =
  | 'trace'
  | 'debug'
  | 'info'
  | 'notice'
  | 'warn'
  | 'error'
  | 'critical'
  | 'alert'
  | 'emergency'
  | 'fatal';

/** Levels in the words of the Elastic Common Schema, from the least on. */
export const ECS_LEVELS = [
  'trace',
  'debug',
  'info',
  'notice',
  'warn',
  'error',
  'critical',
  'alert',
  'emergency',
  'fatal',
] as const satisfies readonly EcsLevel[];

/** Whose numbers levels are: 30 is `info` of pino and `warn` of Python, 3 is `error` of syslog. */
export type LevelNumbers = 'pino' | 'python' | 'syslog' | 'opentelemetry';

/** Whose numbers levels may be. */
export const LEVEL_NUMBERS = ['pino', 'python', 'syslog', 'opentelemetry'] as const satisfies readonly LevelNumbers[];

/** Where `log.level` comes from, in the words of the Elastic Common Schema. */
export interface LevelOptions {
  /**
   * Name of the field that has the level, e.g. `json.sev`.
   *
   * @default - where programs usually write it, e.g. `level` or `severity`
   */
  readonly field?: string;

  /**
   * Whose numbers levels are.
   *
   * @default 'pino'
   */
  readonly numbers?: LevelNumbers;

  /**
   * Levels by words that are not known, or mean something else here; upper and lower case are the same.
   *
   * @default - none
   */
  readonly words?: Readonly<Record<string, EcsLevel>>;

  /**
   * Whether the level of a line that has none in its fields is looked for at its beginning, in 200 bytes: `ERROR`, `[error]`,
   * `warn:`, `level=warn`, the letter of klog.
   *
   * @default false
   */
  readonly text?: boolean;

  /**
   * Level of lines in which there is none.
   *
   * @default - they have no level
   */
  readonly default?: EcsLevel;
}

/** Gives lines their level. */
export const LEVEL: Option<LevelOptions> = {
  mistakes: ({ field, words }) => [
    ...(field === undefined ? [] : fieldMistakes(field, ['field'])),
    ...Object.keys(words ?? {}).flatMap((word) => wordMistakes(word)),
  ],
  params: ({ field, numbers, words, text, default: other }) => ({
    level: { field, numbers, words: words && { ...words }, text, default: other },
  }),
};

function wordMistakes(word: string): Mistake[] {
  return word.trim() === word && word !== '' && word.length <= 40
    ? []
    : [
        {
          path: ['words', word],
          message: `must be a word (1 to 40 characters without spaces around it), got ${JSON.stringify(word)}; correct it`,
        },
      ];
}
