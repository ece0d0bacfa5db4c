import { beforeAll, expect, test } from 'vitest';

import { someTag } from '../../constructs/fluentd/checks/flow/tag-language';
import { tagPattern } from '../../constructs/fluentd/checks/flow/tag-pattern';
import { type FluentdRuntime, findFluentd } from '../../local/fluentd';

let fluentd: FluentdRuntime;

beforeAll(async () => {
  fluentd = await findFluentd({ report: console.log });
});

async function ruby<Answer>(code: string, input: unknown = null): Promise<Answer> {
  const { code: exit, stdout, stderr } = await fluentd.run('ruby', ['-e', code, JSON.stringify(input)]);
  expect(exit, stderr).toBe(0);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Answer;
}

/** Loads configurations as for a run, without starting them. */
const LOAD = `
require 'json'
require 'stringio'
require 'fluent/load'
$log = Fluent::Log.new(ServerEngine::DaemonLogger.new(StringIO.new))
def load(text)
  Fluent::VariableStore.try_to_reset { |_env| nil }
  Fluent::Engine.init(Fluent::SystemConfig.new, supervisor_mode: true)
  conf = Fluent::Config::V1Parser.parse(text, 'sample', Dir.pwd, Kernel.binding)
  Fluent::Engine.configure(conf)
  Fluent::Engine.root_agent
end
def said
  yield
rescue Fluent::ConfigError, ArgumentError => e
  e.message
end
`;

const PATTERNS = [
  ...[
    '**',
    '*',
    'a',
    'a.*',
    'a.**',
    '*.b',
    '**.b',
    'a.*.b',
    'a.**.b',
    'a**',
    'a*',
    '**b',
    'a.',
    '.a',
    'a.b c',
    'a**.b',
  ],
  ...[
    '{a,b}',
    '{a,b}.*',
    'a.{b,c.**}',
    '{a.*,b}.c',
    'a{,b}',
    'x{**.a,b}',
    '{**.a,b}',
    'a\\.b',
    'a.{b',
    'a}',
    'a,b',
    '***',
    'a.***',
  ],
];

const TAGS = [
  'a',
  'b',
  'c',
  'ab',
  'a.b',
  'a.b.c',
  'a.c',
  'b.c',
  'a.x.b',
  'x.b',
  'xa',
  'a.',
  '.a',
  'x.y.b',
  'xb',
  'xx.a',
  'aa',
  'a,b',
  'a}',
  'a.bb',
  'ab.b',
];

test('patterns take the tags that Fluentd lets them take', async () => {
  const taken = await ruby<boolean[][]>(
    `${LOAD}
patterns, tags = JSON.parse(ARGV.first)
puts JSON.generate(patterns.map { |pattern| rule = Fluent::EventRouter::Rule.new(pattern, nil); tags.map { |tag| rule.match?(tag) } })`,
    [PATTERNS, TAGS],
  );
  const ours = PATTERNS.map((pattern) =>
    TAGS.map((tag) => someTag([tagPattern(pattern).most, { text: tag }]) !== undefined),
  );

  const shown = (all: boolean[][]) => PATTERNS.map((pattern, i) => [pattern, TAGS.filter((_, j) => all[i]?.[j])]);
  expect(shown(ours)).toEqual(shown(taken));
});

test('Fluentd does not start with a label that is not there or ends nowhere, and with two plugins on one path', async () => {
  const source = (more = '') =>
    `<source>\n@type tail\npath /a\npos_file /tmp/p\ntag a\n${more}\n<parse>\n@type none\n</parse>\n</source>\n`;
  const buffer =
    '<match a>\n@type forward\n<server>\nhost 127.0.0.1\n</server>\n<buffer>\n@type file\npath /tmp/efk-b\n</buffer>\n</match>\n';
  const said = await ruby<(string | null)[]>(
    `${LOAD}\nputs JSON.generate(JSON.parse(ARGV.first).map { |text| said { load(text); nil } })`,
    [
      source('@label @A'),
      '<label @A>\n</label>',
      source() + source(),
      buffer + buffer,
      '<label @B>\n<match **>\n@type null\n</match>\n</label>',
    ],
  );

  expect(said).toEqual([
    '@A label not found',
    'Missing <match> sections in <label @A> section',
    expect.stringMatching(/Other 'in_tail' plugin already use same pos_file path/),
    expect.stringMatching(/Other 'forward' plugin already use same buffer path/),
    // A label that nobody names.
    null,
  ]);
});

test('an event goes to the first match, and past the filters below it', async () => {
  const ways = await ruby<string[]>(
    `${LOAD}
agent = load("<match **>\\n@type null\\n</match>\\n<filter a.**>\\n@type grep\\n</filter>\\n<match a.b>\\n@type stdout\\n</match>")
router = agent.event_router
lone = load("<match b>\\n@type null\\n</match>").event_router
puts JSON.generate([router.match('a.b').class.name, router.match('c').class.name, lone.match('a').class.name])`,
  );

  expect(ways).toEqual(['Fluent::Plugin::NullOutput', 'Fluent::Plugin::NullOutput', 'Fluent::NoMatchMatch']);
});

test('labels in a ring end in a stack overflow, a tag that stays the same ends the event', async () => {
  const results = await ruby<unknown[]>(
    `${LOAD}
ring = load("<label @A>\\n<match **>\\n@type relabel\\n@label @B\\n</match>\\n</label>\\n<label @B>\\n<match **>\\n@type relabel\\n@label @A\\n</match>\\n</label>")
self_ring = load("<match **>\\n@type relabel\\n</match>")
same = load("<match kubernetes.**>\\n@type rewrite_tag_filter\\n<rule>\\nkey log\\npattern /./\\ntag kubernetes.x\\n</rule>\\n</match>\\n<match **>\\n@type stdout\\n</match>")
overflows = [ring.find_label('@A').event_router, self_ring.event_router].map do |router|
  begin
    router.emit('a', Fluent::EventTime.now, { 'log' => 'a' })
    false
  rescue SystemStackError
    true
  end
end
$out = []
same.event_router.match('other').define_singleton_method(:process) { |tag, _es| $out << tag }
same.event_router.emit('kubernetes.x', Fluent::EventTime.now, { 'log' => 'a' })
same.event_router.emit('kubernetes.y', Fluent::EventTime.now, { 'log' => 'a' })
puts JSON.generate([overflows, $out])`,
  );

  expect(results).toEqual([[true, true], []]);
});

test('buffers have the sizes that rules count with', async () => {
  const sizes = await ruby<number[][]>(
    `${LOAD}
texts = ['@type memory', "@type file\\npath /tmp/efk-c", "@type memory\\nchunk_limit_size 2m\\nqueue_limit_length 32"]
puts JSON.generate(texts.map do |text|
  buffer = load("<match **>\\n@type forward\\n<server>\\nhost 127.0.0.1\\n</server>\\n<buffer>\\n#{text}\\n</buffer>\\n</match>").outputs.first.buffer
  [buffer.chunk_limit_size, buffer.total_limit_size].map { |size| size / 2**20 }
end)`,
  );

  expect(sizes).toEqual([
    [8, 512],
    [256, 65_536],
    [2, 64],
  ]);
});

test('with a label @ERROR, an input does not hear of a full buffer', async () => {
  const heard = await ruby<boolean[]>(
    `${LOAD}
output = "<match **>\\n@type forward\\n<server>\\nhost 127.0.0.1\\n</server>\\n<buffer>\\ntotal_limit_size 1\\n</buffer>\\n</match>"
puts JSON.generate(['', "<label @ERROR>\\n<match **>\\n@type null\\n</match>\\n</label>"].map do |label|
  router = load(output + "\\n" + label).event_router
  2.times { router.emit('a', Fluent::EventTime.now, { 'log' => 'a' * 100 }) }
  false
rescue Fluent::Plugin::Buffer::BufferOverflowError
  true
end)`,
  );

  expect(heard).toEqual([true, false]);
});

test('Ruby in double quotes and in JSON is run when a configuration is read', async () => {
  const text = '<match>\na "#{1 + 1}"\nb ["#{2 + 2}"]\nc \'#{1}\'\n</match>';

  expect(
    await ruby(
      `${LOAD}\nputs JSON.generate(Fluent::Config::V1Parser.parse(JSON.parse(ARGV.first), 'a', Dir.pwd, Kernel.binding).elements.first.to_h)`,
      text,
    ),
  ).toEqual({ a: '2', b: '["4"]', c: '#{1}' });
});

test('outputs of the image take the names of buffers of old, without a <buffer>', async () => {
  const unused = await ruby<string[][]>(
    `${LOAD}
puts JSON.generate(JSON.parse(ARGV.first).map do |more|
  conf = Fluent::Config::V1Parser.parse("<match **>\\n@type elasticsearch\\nbuffer_chunk_limit 2m\\n#{more}\\n</match>", 'a', Dir.pwd, Kernel.binding)
  Fluent::VariableStore.try_to_reset { |_env| nil }
  Fluent::Engine.init(Fluent::SystemConfig.new, supervisor_mode: true)
  Fluent::Engine.configure(conf)
  [].tap { |keys| conf.check_not_fetched { |key, _| keys << key } }
end)`,
    ['num_threads 2', '<buffer>\n@type memory\n</buffer>'],
  );

  expect(unused).toEqual([[], ['buffer_chunk_limit']]);
});
