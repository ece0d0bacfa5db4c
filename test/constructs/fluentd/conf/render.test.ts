import { expect, test } from 'vitest';

import { type Directive, openingTag, type ParamValue, render, type Text } from '../../../../constructs/fluentd/conf';

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
  [{ evaluated: ['say "', { ruby: "ENV['A'] || '}'" }, '#', '{b}'] }, `value "say \\"#{ENV['A'] || '}'}\\#{b}"`],
  [{ evaluated: [{ ruby: 'a' }, '\nb'] }, 'value "#{a}\\n\\\nb"'],
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

test.each<[Text, string]>([
  ['a.** b', '<match a.** b>'],
  ['', '<match>'],
  ['a>b', "<match 'a>b'>"],
  ['a #b', "<match 'a #b'>"],
  ['"a', `<match '"a'>`],
  [{ env: 'TAG' }, `<match "#{ENV['TAG']}">`],
])('the argument %j is written so that it means itself', (argument, expected) => {
  expect(openingTag({ name: 'match', argument })).toBe(expected);
});

test.each([
  ['a b', "'a b'"],
  ['', "''"],
  ['#a', "'#a'"],
  ['a\nb', '"\\\na\nb"'],
])('the name of a parameter %j is written so that it means itself', (name, expected) => {
  expect(render([{ name: 'record', params: { [name]: 1 } }])).toBe(`<record>\n  ${expected} 1\n</record>\n`);
});

test('what is included is named behind the parameters', () => {
  const include: Directive = { name: '@include', argument: 'a b.conf', comment: 'more' };
  expect(render([{ name: 'buffer', params: { flush_mode: 'immediate' }, children: [include] }])).toBe(
    "<buffer>\n  flush_mode immediate\n  # more\n  @include 'a b.conf'\n</buffer>\n",
  );
});

test('fails when the name of an environment variable would be code', () => {
  expect(() => line({ env: "X']}#{exit" })).toThrow(
    new RangeError(`name of an environment variable must be A-Z, 0-9 and _, got "X']}#{exit"`),
  );
});

test.each(['1 }', '{', "'", '"é"'])('fails when embedded Ruby is %j, which Fluentd would read otherwise', (ruby) => {
  expect(() => line({ evaluated: ['a', { ruby }] })).toThrow(
    new RangeError(`embedded Ruby must be ASCII and close what it opens, got ${JSON.stringify(ruby)}`),
  );
});

test.each(['', 'a b', '@label'])('fails when the name of a directive is %j', (name) => {
  expect(() => render([{ name }])).toThrow(
    new RangeError(`name of a directive must be a word, got ${JSON.stringify(name)}`),
  );
});

test.each([
  ['match', '@tag'],
  ['buffer', '@include'],
])('fails when a parameter of <%s> is %s, which Fluentd keeps for itself', (name, param) => {
  expect(() => render([{ name, params: { [param]: 1 } }])).toThrow(
    new RangeError(`parameter of <${name}> with @ must be @type, @id, @label, @log_level, got ${param}`),
  );
});
