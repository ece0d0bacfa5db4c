import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type Directive, type ParamValue, render } from '../../../constructs/fluentd';
import { asParsed, parseConf } from './parse-conf';

const source = (value: ParamValue): Directive => ({ name: 'source', params: { value } });
const line = (value: ParamValue) =>
  render([source(value)])
    .split('\n')
    .slice(1, -2)
    .join('\n')
    .trimStart();

test('elements, arguments, comments and children are laid out as people write them', () => {
  expect(
    render([
      { name: 'system', params: { workers: 1 } },
      {
        name: 'match',
        argument: 'a.** b',
        comment: 'first line\nsecond line',
        params: { '@type': 'file', append: true },
        children: [{ name: 'buffer', argument: 'tag,time', params: { timekey: '1d' } }, { name: 'format' }],
      },
    ]),
  ).toMatchInlineSnapshot(`
    "<system>
      workers 1
    </system>

    # first line
    # second line
    <match a.** b>
      @type file
      append true
      <buffer tag,time>
        timekey 1d
      </buffer>
      <format>
      </format>
    </match>
    "
  `);
});

test.each<[ParamValue, string]>([
  ['file', 'value file'],
  [8, 'value 8'],
  [false, 'value false'],
  ['', "value ''"],
  ['%Y-%m-%dT%H:%M:%S.%N%:z', 'value %Y-%m-%dT%H:%M:%S.%N%:z'],
  ['two words', "value 'two words'"],
  ['/^a "#x" # y$/', `value '/^a "#x" # y$/'`],
  ["it's \\d", "value 'it\\'s \\\\d'"],
  ['#{exit}', "value '#{exit}'"],
  ['["a"]', `value '["a"]'`],
  [['a', '#{b}'], `value '["a","#{b}"]'`],
  [{ env: 'PASSWORD' }, `value "#{ENV['PASSWORD']}"`],
  [{ env: 'API_KEY', base64: true }, `value "#{ENV['API_KEY'].unpack1('m')}"`],
])('%j is written so that it means itself', (value, expected) => {
  expect(line(value)).toBe(expected);
});

test('a value of several lines keeps its lines', () => {
  expect(line('a = "#{b}" \\ c\n\nend')).toMatchInlineSnapshot(`
    "value "\\
    a = \\"\\#{b}\\" \\\\ c
    \\n\\
    end""
  `);
});

test('every string, number, list and tree is read back as it was', () => {
  const string = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'a \\\'"#{}\n\r\t[]<>$') }),
  );
  const value: fc.Arbitrary<ParamValue> = fc.oneof(
    string,
    fc.integer(),
    fc.boolean(),
    fc.array(string),
    fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,9}$/).chain((env) => fc.boolean().map((base64) => ({ env, base64 }))),
  );
  const params = fc.dictionary(fc.stringMatching(/^@?[a-z][a-z_]{0,8}$/), value);
  const { directive } = fc.letrec<{ directive: Directive }>((tie) => ({
    directive: fc.record(
      {
        name: fc.stringMatching(/^[a-z]{1,9}$/),
        argument: fc.stringMatching(/^[@a-z*.,${}]{1,9}$/),
        comment: fc.string({ unit: 'grapheme' }),
        params,
        children: fc.array(tie('directive'), { maxLength: 3, depthIdentifier: 'tree' }),
      },
      { requiredKeys: ['name'] },
    ),
  }));
  fc.assert(
    fc.property(fc.array(directive, { maxLength: 3 }), (directives) => {
      expect(parseConf(render(directives))).toEqual(directives.map(asParsed));
    }),
    { numRuns: 300 },
  );
});

test.each(['a>b', 'a#b', 'a\nb', ''])('fails when an argument is %j, which Fluentd cannot quote', (argument) => {
  expect(() => render([{ name: 'match', argument }])).toThrow(
    new RangeError(`argument of <match> must not hold >, # or line breaks, got ${JSON.stringify(argument)}`),
  );
});

test('fails when the name of an environment variable would be code', () => {
  expect(() => line({ env: "X']}#{exit" })).toThrow(
    new RangeError(`name of an environment variable must be A-Z, 0-9 and _, got "X']}#{exit"`),
  );
});
