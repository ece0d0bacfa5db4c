import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

import { ECS_FIELDS } from '../../constructs/lifecycle/ecs-fields';
import { findFluentd } from '../../local/fluentd';

/** What the promotion says of its fields. */
const DUMP = `
require 'json'
require_relative 'constructs/fluentd/ruby/promotion/promoted_fields'
fields = Efk::PromotedFields::ALL
parts = fields.values.flat_map { |_, *groups| groups }.flat_map { |keys| keys.also.map { |name| [name, keys.names] } }
puts JSON.generate(fields.to_h do |name, (type, *groups)|
  also = parts.select { |field, _| field == name }.flat_map(&:last)
  [name, { type: type, keys: groups.flat_map(&:names) + also }]
end)
`;

interface PromotedField {
  readonly type: string;
  readonly keys: readonly string[];
}

let promoted: Readonly<Record<string, PromotedField>> = {};

beforeAll(async () => {
  const fluentd = await findFluentd({ report: console.log });
  const root = join(__dirname, '../..');
  const { code, stdout, stderr } = await fluentd.run('ruby', ['-e', DUMP], { cwd: root });
  expect(code, stderr).toBe(0);
  promoted = JSON.parse(stdout);
});

test('every promoted field has a mapping of its type, and the other way round', () => {
  const types = Object.entries(promoted).map(([name, { type }]) => [name, type]);
  expect(Object.fromEntries(types)).toEqual(
    Object.fromEntries(Object.entries(ECS_FIELDS).map(([name, { type }]) => [name, type])),
  );
});

test('the guide has every field with its type, and only keys that it comes from', () => {
  const guide = readFileSync(join(__dirname, '../../docs/fields.md'), 'utf8');
  const rows = [...guide.matchAll(/^\| `([^`]+)` \| `(\w+)`[^|]* \| (.*) \|$/gm)];
  const types = rows.map(([, name = '', type]) => [name, type]);
  expect(Object.fromEntries(types)).toEqual(
    Object.fromEntries(Object.entries(promoted).map(([name, { type }]) => [name, type])),
  );
  const unknown = rows.flatMap(([, name = '', , cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)]
      .filter(([, key = '']) => !promoted[name]?.keys.includes(key))
      .map(([, key]) => `${name}: ${key}`),
  );
  expect(unknown).toEqual([]);
});
