import { expect, test } from 'vitest';

import { embeddedChanges } from '../../../review/diff/embedded';

const changes = (file: string, before: string, after: string) =>
  embeddedChanges({ path: `data.${file}`, field: `ConfigMap.data.${file}` }, before, after);

/** Hunks as text. */
function text(file: string, before: string, after: string): string {
  return changes(file, before, after)
    .flatMap(({ hunks }) => hunks)
    .map(({ section, line, lines }) => [`@ ${line} ${section}`, ...lines].join('\n'))
    .join('\n');
}

test('a policy is compared key by key, durations by their length', () => {
  const policy = (hot: string, age: string) =>
    JSON.stringify({ policy: { phases: { hot: { max_age: hot }, delete: { min_age: age } } } });
  expect(changes('policy.json', policy('24h', '30d'), policy('1d', '60d'))).toEqual([
    {
      path: 'data.policy.json: policy.phases.delete.min_age',
      field: 'ConfigMap.data.policy.json',
      before: '30d',
      after: '60d',
      form: 'value',
      hunks: [],
    },
  ]);
});

test('settings of elasticsearch.yml are compared by name, lists as a whole, added keys alone', () => {
  const found = changes(
    'elasticsearch.yml',
    'cluster.name: a\nnode.roles:\n  - master\n',
    'node.roles: [master, ingest]\ncluster.name: a\nreadiness.port: 8080\n',
  );
  expect(found.map(({ path, before, after }) => [path, before, after])).toEqual([
    ['data.elasticsearch.yml: node.roles', ['master'], ['master', 'ingest']],
    ['data.elasticsearch.yml: readiness.port', undefined, 8080],
  ]);
});

test('a document that is only spelt differently is still another text', () => {
  expect(changes('a.json', '{"a":1}', '{ "a": 1 }').map(({ form }) => form)).toEqual(['text']);
});

test('broken JSON is compared as text', () => {
  expect(changes('a.json', '{', '{}').map(({ form }) => form)).toEqual(['text']);
});

test('the configuration of Fluentd is compared line by line, with the directives around', () => {
  const conf = (size: string) =>
    `<label @ELASTICSEARCH>\n  <match **>\n    @type elasticsearch\n    <buffer tag>\n      @type file\n      path /var/lib\n      total_limit_size ${size}\n    </buffer>\n  </match>\n</label>\n`;
  expect(text('fluent.conf', conf('20g'), conf('40g'))).toMatchInlineSnapshot(`
    "@ 5 <label @ELASTICSEARCH> <match **> <buffer tag>
           @type file
           path /var/lib
    -      total_limit_size 20g
    +      total_limit_size 40g
         </buffer>
       </match>"
  `);
});

test('what stands in a value is no directive, and a text with tags need be no configuration', () => {
  const conf = (end: string) => `<filter **>\n  prepare_value "\\\n<a>\n${'b\n'.repeat(3)}${end}"\n</filter>\n`;
  expect(text('fluent.conf', conf('c'), conf('d'))).toMatch(/^@ 5 <filter \*\*>\n/);
  const log4j = (level: string) => `<Configuration status="warn">\n  <!-- a -->\n\n\n  level ${level}\n`;
  expect(text('log4j.xml', log4j('a'), log4j('b'))).toMatch(/^@ 3 \n/);
});

test('scripts are compared line by line', () => {
  expect(text('prepare.sh', '#!/bin/sh\nset -e\necho a\n', '#!/bin/sh\nset -eu\necho a\n')).toMatchInlineSnapshot(`
    "@ 1 
     #!/bin/sh
    -set -e
    +set -eu
     echo a"
  `);
});

test('texts without anything in common are shown one after the other', () => {
  const lines = (prefix: string) => Array.from({ length: 5_000 }, (_, index) => `${prefix}${index}`).join('\n');
  const [hunk] = changes('a.txt', lines('a'), lines('b')).flatMap(({ hunks }) => hunks);
  expect(hunk?.lines).toHaveLength(10_000);
});
