import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { withDefaults } from '../../../constructs/fluentd/limits';
import { METRIC_TABLE } from '../../../constructs/fluentd/monitoring/metric-table';
import { RUBY_FILES } from '../../../constructs/fluentd/ruby/files.generated';
import { MAPPINGS } from '../../../constructs/lifecycle/mappings';

const GUIDE = readFileSync(join(__dirname, '../../../docs/collector.md'), 'utf8');

/** The first cells of the rows of a section, without their quotes. */
function rows(heading: string): string[] {
  const section = GUIDE.split('\n## ').find((text) => text.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\| `([^|]*)` \|/gm)].map(([, cell = '']) => cell);
}

/** Names of fields, with dots. */
function leaves(value: object, path: readonly string[] = []): string[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && !Array.isArray(inner) && key !== 'json'
      ? leaves(inner, [...path, key])
      : [[...path, key].join('.')],
  );
}

/** Names of the fields of a mapping, with dots. */
function mapped(properties: object, path: readonly string[] = []): string[] {
  return Object.entries(properties).flatMap(([key, field]) =>
    'properties' in field ? mapped(field.properties, [...path, key]) : [[...path, key].join('.')],
  );
}

/** Names of the metrics of our plugins. */
function metrics(): string[] {
  return Object.values(RUBY_FILES).flatMap((text) => {
    const prefix = text.match(/:"(fluentd_\w+_)#\{name\}"/)?.[1];
    const short = [...text.matchAll(/ (?:counter|gauge)\(:(\w+),/g)].map(([, name]) => `${prefix}${name}`);
    return [...short, ...[...text.matchAll(/[^"]:(fluentd_\w+)/g)].map(([, name = '']) => name)];
  });
}

test('the guide has every limit with its default', () => {
  for (const [limit, value] of Object.entries(withDefaults())) {
    expect(GUIDE).toContain(`\n| \`${limit}\` | \`${value}\` |`);
  }
});

test('the table has every metric of our plugins, and no other', () => {
  expect(
    Object.values(METRIC_TABLE)
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...new Set(metrics())].sort());
});

test('the guide has every metric of the table', () => {
  const section = GUIDE.split('\n## ').find((text) => text.startsWith('Metrics')) ?? '';
  const expected = Object.values(METRIC_TABLE).map(({ name, labels, counts }) => {
    const cells = [`\`${name}\``, labels.map((label) => `\`${label}\``).join(', '), counts];
    return `| ${cells.join(' | ')} |`.replace('|  |', '| |');
  });
  expect(section.match(/^\| `.*$/gm)).toEqual(expected);
});

test('the guide has every reason for which a record is changed', () => {
  const reasons = RUBY_FILES['record_fit.rb']?.match(/REASONS = %w\[(.*)\]/)?.[1]?.split(' ') ?? [];
  expect(reasons.length).toBeGreaterThan(0);
  for (const reason of reasons) expect(GUIDE).toContain(`\`${reason}\``);
});

test('the document of the guide has fields of the mapping, and so have its descriptions', () => {
  const document: object = JSON.parse(GUIDE.match(/```json\n([\s\S]*?)```/)?.[1] ?? '');
  const fields = mapped(MAPPINGS.properties);
  expect(leaves(document).filter((field) => !fields.includes(field))).toEqual([]);

  const described = rows('A stored document').flatMap((cell) => cell.split('`, `'));
  const known = (name: string) => fields.some((field) => field === name || field.startsWith(name.replace('*', '')));
  expect(described.filter((name) => !known(name))).toEqual([]);
});
