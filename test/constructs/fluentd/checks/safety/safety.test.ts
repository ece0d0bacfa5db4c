import { expect, test } from 'vitest';

import { embeddedRuby } from '../../../../../constructs/fluentd/checks/safety/embedded-ruby';
import { secretInClear } from '../../../../../constructs/fluentd/checks/safety/secret-in-clear';
import { parse } from '../../../../../constructs/fluentd/conf';
import { testThatEachBreaksItsRuleOnly } from '../foreign/breaks';
import { SAFETY } from '../foreign/configurations';

testThatEachBreaksItsRuleOnly(SAFETY);

const count = (rule: typeof embeddedRuby, param: string) =>
  rule.check({ directives: parse(`<match **>\n@type elasticsearch\n${param}\n</match>`), surroundings: {} }).length;

test.each([
  "#{ENV['A']}",
  "#{ENV['A'] || use_default}",
  "#{ENV.fetch('A', 'b')}.#{hostname}",
  "#{ENV['A'].to_s.empty? ? 'a' : 'b'}",
  "#{File.read('/var/run/secrets/token').strip}",
  '#{Socket.gethostname}-#{worker_id}',
])('%s reads the environment', (text) => {
  expect(count(embeddedRuby, `host "${text}"`)).toBe(0);
});

test.each([
  '`id`',
  "system('id')",
  '%x(id)',
  "eval(ENV['A'])",
  "Kernel.send('exit')",
  "open('|id')",
  "ENV['A'].instance_eval('id')",
  '$0',
])('#{%s} does more', (code) => {
  expect(count(embeddedRuby, `host "#{${code}}"`)).toBe(1);
});

test.each([
  'password "#{ENV[\'A\']}"',
  "password ''",
  'password ${PASSWORD}',
  'password $PASSWORD',
  'user elastic',
  'ca_file /a/password',
  'api_key_file /a',
])('%s is no secret', (param) => {
  expect(count(secretInClear, param)).toBe(0);
});

test.each([
  'password a',
  'api_key abc',
  'hosts https://a:b@c:9200',
  'custom_headers {"Authorization":"ApiKey abc"}',
  'vault_token abc',
])('%s is one', (param) => {
  expect(count(secretInClear, param)).toBe(1);
});
