import { beforeAll, expect, test } from 'vitest';

import { type Directive, render } from '../../constructs/fluentd/conf';
import { type FluentdRuntime, findFluentd } from '../../local/fluentd';
import { ACCEPTED, MISTAKES } from '../constructs/fluentd/checks/words/word-samples';

/** What Fluentd says of configurations, each of which it loads as for a dry run: the first error, or what it leaves unused. */
const LOAD = `
require 'json'
require 'stringio'
require 'fluent/load'
$log = Fluent::Log.new(ServerEngine::DaemonLogger.new(StringIO.new))
Fluent::Plugin.add_plugin_dir('constructs/fluentd/ruby')
puts JSON.generate(JSON.parse(ARGV.first).map do |text|
  Fluent::VariableStore.try_to_reset { |_env| nil }
  Fluent::Engine.init(Fluent::SystemConfig.new, supervisor_mode: true)
  conf = Fluent::Config::V1Parser.parse(text, 'sample', Dir.pwd, Kernel.binding)
  Fluent::Engine.configure(conf)
  unused = []
  conf.check_not_fetched { |key, element| unused << (element.unused_in&.any? ? "<#{element.name}>" : key) }
  unused.uniq
rescue Fluent::ConfigError, ArgumentError => e
  e.message
end)
`;

let fluentd: FluentdRuntime;

beforeAll(async () => {
  fluentd = await findFluentd({ report: console.log });
});

/** What Fluentd says of each sample: an error, or what it leaves unused. */
async function loaded(samples: readonly (readonly [string, Directive])[]): Promise<[string, string | string[]][]> {
  // Labels that a sample names.
  const label = '\n<label @A>\n  <match **>\n    @type null\n  </match>\n</label>\n';
  const texts = samples.map(([, directive]) => render([directive]) + (directive.name === 'label' ? '' : label));
  const { code, stdout, stderr } = await fluentd.run('ruby', ['-e', LOAD, JSON.stringify(texts)]);
  expect(code, stderr).toBe(0);
  return (JSON.parse(stdout) as (string | string[])[]).map((said, index) => [samples[index]?.[0] ?? '', said]);
}

/** What the environment of a pod and files that are included hold is not here. */
const isWhole = ([, directive]: readonly [string, Directive]) => !/"(env|@include)"/.test(JSON.stringify(directive));

test('what checks accept, Fluentd loads and leaves nothing of unused', async () => {
  const samples = Object.entries(ACCEPTED).filter(isWhole);

  expect(await loaded(samples)).toEqual(samples.map(([name]) => [name, []]));
});

test('what checks refuse, Fluentd does not load, leaves unused or misreads', async () => {
  const samples = Object.entries(MISTAKES).map(([name, [directive]]) => [name, directive] as const);
  const content = (await loaded(samples)).filter(([, said]) => said.length === 0).map(([name]) => name);

  expect(content).toMatchInlineSnapshot(`
    [
      "a time with a unit that Fluentd does not know",
      "a size with a unit that Fluentd does not know",
    ]
  `);
});
