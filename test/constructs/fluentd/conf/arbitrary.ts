import fc from 'fast-check';

import type { Directive, ParamValue, Text } from '../../../../constructs/fluentd/conf';
import { RUBY } from './samples';

/** Any text, and often what means something in a configuration. */
const string = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'a \\\'"#{}\n\r\t[]<>$') }),
);

const evaluated = fc
  .tuple(string, fc.array(fc.tuple(fc.constantFrom(...RUBY), string), { minLength: 1, maxLength: 3 }))
  .map(([first, others]) => [first, ...others.flatMap(([ruby, after]) => [{ ruby }, after])])
  .map((parts) => ({ evaluated: parts.filter((part) => part !== '') }));

const variable = fc
  .tuple(fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,9}$/), fc.boolean())
  .map(([env, base64]) => ({ env, ...(base64 && { base64 }) }));

const text: fc.Arbitrary<Text> = fc.oneof({ weight: 3, arbitrary: string }, variable, evaluated);

const value: fc.Arbitrary<ParamValue> = fc.oneof(text, fc.integer(), fc.boolean(), fc.array(string));

const paramName = fc.oneof(
  fc.stringMatching(/^[a-z][a-z_]{0,8}$/),
  fc.constantFrom('@type', '@id', '@label', '@log_level', 'include'),
  string.filter((name) => !name.startsWith('@')),
);

const argument = fc.oneof(fc.stringMatching(/^[@a-z*.,${}]{1,9}$/), text);

/** Files are named as people name them, because Fluentd asks whether they are addresses. */
const include = fc
  .stringMatching(/^[a-z/*. ]{1,9}[a-z]$/)
  .map((file): Directive => ({ name: '@include', argument: file }));

const { directive } = fc.letrec<{ directive: Directive }>((tie) => ({
  directive: fc.record(
    {
      name: fc.oneof(fc.stringMatching(/^[a-z]{1,9}$/), fc.constantFrom('match', 'buffer')),
      argument,
      comment: fc.string({ unit: 'grapheme' }),
      params: fc.dictionary(paramName, value),
      children: fc.array(fc.oneof({ weight: 5, arbitrary: tie('directive') }, include), {
        maxLength: 3,
        depthIdentifier: 'tree',
      }),
    },
    { requiredKeys: ['name'] },
  ),
}));

/** Any configuration. */
export const configuration = fc.array(fc.oneof({ weight: 5, arbitrary: directive }, include), { maxLength: 3 });

/** What files consist of, also where it does not belong. Ruby is whole, because Fluentd would look for its end beyond the file. */
const PIECES = [
  ...['<match ', '<match', '<buffer>', '<label @A>', '</match>', '</buffer>', '</label>\n', '>', '>\n', '**', '**>\n'],
  ...['\n', '\n\n', '\\\n', '\r', '\r\n', ' ', '\t', '\u00a0', '\f'],
  ...[
    'key ',
    'key',
    'k v\n',
    'k v # c\n',
    '@type x\n',
    '@id',
    '@foo 1\n',
    '@include a.conf\n',
    '@include "a b"\n',
    'include b\n',
  ],
  ...["'", '"', '\\', '\\n', '\\d', '\\\\', '#', '{', '}', '[', ']', ',', 'a', 'é', 'a b', '1'],
  ...["'a'\n", '"a"\n', '"a\nb"\n', '"#{ENV[\'X\']}"\n', "#{ENV['X']}", '/^a$/', '# comment\n', ' # c\n'],
  ...['[1,2]\n', '["a", # c\n "b"]\n', '{"a":"#{x}"}\n', '{"a": [1.50, # c\n 2]}\n', '["#", "#{x}]'],
];

const pieces = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 20 }).map((parts) => parts.join(''));

/** Texts that look like a configuration; about half of them are one. */
export const lookalike = fc
  .oneof(
    pieces.map((text) => `<buffer>\n${text}\n</buffer>\n`),
    pieces.map((text) => `<buffer>\nkey ${text}\n</buffer>\n`),
    pieces.map((text) => `<buffer>\nkey "${text}"\n</buffer>\n`),
    pieces.map((text) => `<buffer>\nkey ["${text}"]\n</buffer>\n`),
    pieces.map((text) => `<buffer ${text}>\n</buffer>\n`),
  )
  .filter((text) => !/#\{(?!x\}|ENV\['X'\]\})/.test(text));
