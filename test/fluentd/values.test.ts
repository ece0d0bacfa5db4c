import { expect, test } from 'vitest';

import { findFluentd } from '../../local/fluentd';
import { VALUES } from '../constructs/fluentd/checks/words/value-samples';

/** What Fluentd makes of values, which it reads as strictly as it can. */
const READ = `
require 'json'
require 'fluent/load'
require 'fluent/configurable'
samples = JSON.parse(ARGV.first)
puts JSON.generate(samples.map do |type, value|
  read = Fluent::Configurable.lookup_type(type).call(value, { strict: true }, :sample)
  { value: value, read: read.is_a?(Regexp) ? read.source : read }
rescue Fluent::ConfigError, JSON::ParserError, RegexpError => e
  { value: value, error: e.class }
end)
`;

interface Reading {
  readonly value: string;
  readonly read?: unknown;
  readonly error?: string;
}

async function readings(samples: readonly (readonly [string, string])[]): Promise<Reading[]> {
  const fluentd = await findFluentd({ report: console.log });
  const { code, stdout, stderr } = await fluentd.run('ruby', ['-e', READ, JSON.stringify(samples)]);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Reading[];
}

/** Text is never wrong. */
const typed = VALUES.filter(([type]) => type !== 'any' && type !== 'string');

test('what checks take as a value, Fluentd takes', async () => {
  const taken = await readings(typed.flatMap(([type, right]) => right.map((value) => [type, value] as const)));

  expect(taken.filter(({ error }) => error !== undefined)).toEqual([]);
});

test('what checks refuse, Fluentd refuses or misreads', async () => {
  const refused = await readings(typed.flatMap(([type, , wrong]) => wrong.map((value) => [type, value] as const)));
  const misread = refused.filter(({ error }) => error === undefined).map(({ value, read }) => [value, read]);

  expect(misread).toMatchInlineSnapshot(`
    [
      [
        "500ms",
        30000,
      ],
      [
        "1m30s",
        30,
      ],
      [
        "0.5s",
        5,
      ],
      [
        "1.5h",
        18000,
      ],
      [
        "1.5g",
        5368709120,
      ],
      [
        "8Mi",
        8388608,
      ],
      [
        "a",
        {
          "a": null,
        },
      ],
      [
        "["a"]",
        {
          "["a"]": null,
        },
      ],
      [
        "/a",
        "",
      ],
      [
        "/",
        "",
      ],
    ]
  `);
});
