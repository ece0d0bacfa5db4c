import fc from 'fast-check';

import type { Directive, ParamValue, Text } from '../../../../constructs/fluentd/conf';

/** Any text, and often what means something in a configuration. */
const string = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'a \\\'"#{}\n\r\t[]<>$') }),
);

/** Ruby with everything in it that makes its end hard to find. */
export const RUBY = [
  "ENV['A'] || '}'",
  'ENV.fetch("A") { "{" }',
  '[1, 2].map { |x| x }.join("}")',
  '%w[a } b].join',
  '%q{a{b}c}',
  '%Q(#{1 + 1})',
  'a =~ /[}"]/ ? ?} : "}"',
  '/#{"}"}/.source',
  '`echo }`',
  '"#{"}"}"',
  "'\\'}'",
  "{ 'a' => 1 }['a']",
  '1 / 2 % 3',
  '1 # }\n',
  'if /}/ then 1 end',
  '',
];

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
