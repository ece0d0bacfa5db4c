import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { model } from '../../../codegen/fluentd/model';
import { pluginModules } from '../../../codegen/fluentd/modules';
import {
  type Definition,
  type PluginSchema,
  readSchemas,
  type Schemas,
  type SectionSchema,
  schemaText,
} from '../../../codegen/fluentd/schema';
import { ROOT } from '../../rules/source-tree';

const FOLDER = 'constructs/fluentd/plugins';
const schemas = readSchemas();

/** The dumps, with nothing but the given plugins in the folder of ours. */
const withOurs = (plugins: Record<string, Record<string, PluginSchema>>): Schemas => ({ ...schemas, efk: { plugins } });

/** A generated module from the line that begins with `start` to the next one that begins with `end`. */
function part(text: string | undefined, start: string, end: string): string {
  const from = text?.indexOf(start) ?? -1;
  return text?.slice(from, text.indexOf(end, from) + end.length) ?? '';
}

describe('a plugin becomes', () => {
  const modules = pluginModules(
    withOurs({
      filter: {
        shout: {
          like: ['filter', 'inject'],
          params: {
            key: { type: 'string', desc: 'The field that is shouted.', required: true },
            volume: { type: 'enum', list: ['loud', 'louder'], default: 'loud' },
            pause: { type: 'time', default: 60 },
            pitch: { type: 'float', deprecated: 'use volume' },
            echo: { type: 'integer', obsoleted: 'use pause' },
            words: { type: 'hash', value_type: 'string' },
          },
          sections: {
            singer: {
              required: true,
              multi: true,
              argument: { name: 'name', type: 'string', required: true },
              params: { '@type': { type: 'string' }, age: { type: 'integer' } },
            },
          },
        },
      },
    }),
  );

  test('an interface, those of its sections, and a function', () => {
    expect(
      part(modules[`${FOLDER}/filters.generated.ts`], '/** Section `<singer>`', "filter('shout', pattern, params);"),
    ).toBe(
      [
        '/** Section `<singer>`. */',
        'export interface ShoutSinger extends Commented {',
        '  /** Stands behind the name of the section. */',
        '  readonly name: string;',
        '',
        '  readonly age?: Integer;',
        '}',
        '',
        '/** Parameters of the filter `shout`, which is ours. */',
        'export interface ShoutFilter extends CommonFilter {',
        '  /** The field that is shouted. */',
        '  readonly key: Text;',
        '',
        "  /** @default 'loud' */",
        "  readonly volume?: Enum<'loud' | 'louder'>;",
        '',
        "  /** @default '60s' */",
        '  readonly pause?: Time;',
        '',
        '  readonly words?: Hash<string>;',
        '',
        '  /** Section `<inject>`. */',
        '  readonly inject?: Inject;',
        '',
        '  /** Section `<singer>`. */',
        '  readonly singer: OneOrMore<ShoutSinger>;',
        '}',
        '',
        '/** `<filter>` with `@type shout`. */',
        "export const shout = (pattern: string, params: ShoutFilter): Directive => filter('shout', pattern, params);",
      ].join('\n'),
    );
  });

  test('data for checks, without what is only to be read', () => {
    expect(part(modules[`${FOLDER}/catalogue.generated.ts`], '        shout: {', '\n        },\n')).toBe(
      [
        '        shout: {',
        "          like: ['filter', 'inject'],",
        '          params: {',
        "            key: { type: 'string', required: true },",
        "            volume: { type: 'enum', list: ['loud', 'louder'] },",
        "            pause: { type: 'time' },",
        "            pitch: { type: 'float' },",
        "            echo: { type: 'integer', obsoleted: 'use pause' },",
        "            words: { type: 'hash', value_type: 'string' },",
        '          },',
        '          sections: {',
        '            singer: {',
        '              required: true,',
        '              multi: true,',
        "              argument: { name: 'name', type: 'string', required: true },",
        '              params: {',
        "                '@type': { type: 'string' },",
        "                age: { type: 'integer' },",
        '              },',
        '            },',
        '          },',
        '        },',
        '',
      ].join('\n'),
    );
  });

  test('what its function must know: hashes, and what stands behind names', () => {
    expect(modules[`${FOLDER}/shapes.generated.ts`]).toContain("  'filter words',\n");
    expect(modules[`${FOLDER}/shapes.generated.ts`]).toContain("  ['singer', 'name'],\n");
  });
});

describe('the model', () => {
  const find = (kind: string, type: string) =>
    model(schemas).plugins.find((plugin) => plugin.kind === kind && plugin.type === type)?.all;

  test('has the buffer of outputs only where there is one', () => {
    expect(Object.keys(find('output', 'file')?.sections ?? {})).toEqual(
      expect.arrayContaining(['buffer', 'secondary']),
    );
    expect(find('output', 'relabel')).toEqual({ params: { '@log_level': expect.anything() }, sections: {} });
  });

  test('knows what no plugin declares', () => {
    expect(find('filter', 'record_transformer')?.sections?.record).toEqual({ open: true, multi: true });
    expect(find('input', 'tail')?.sections?.parse).toMatchObject({ required: true, multi: true, plugin: 'parser' });
  });

  test('needs the dump of Fluentd itself', () => {
    expect(() => model({ efk: { plugins: {} } })).toThrow(
      'the dump of the gem fluentd must have the bases and <system>; dump it again',
    );
  });
});

test('a hash that has the name of a section is refused, since both would be objects', () => {
  const params = { labels: { type: 'hash' } };
  const ambiguous = withOurs({
    filter: { a: { like: [], params }, b: { like: [], sections: { labels: { open: true } } } },
  });

  expect(() => pluginModules(ambiguous)).toThrow('a parameter must not have the name of a section, got filter labels');
});

test('two names for what stands behind one section are refused', () => {
  const sections = { buffer: { argument: { name: 'keys', type: 'array' } } };

  expect(() => pluginModules(withOurs({ filter: { a: { like: [], sections } } }))).toThrow(
    /^what stands behind <buffer> must have one name, got (keys and chunk_keys|chunk_keys and keys)$/,
  );
});

test('a dump has a line per parameter', () => {
  expect(
    schemaText({
      version: '1.0.0',
      plugins: {
        filter: {
          a: {
            like: ['filter'],
            params: { type: { type: 'string', desc: 'What it is.' }, b: { default: {} } },
            sections: { c: { argument: { name: 'd', type: 'array' }, params: {} } },
          },
        },
      },
    }),
  ).toBe(
    [
      '{',
      '  "version": "1.0.0",',
      '  "plugins": {',
      '    "filter": {',
      '      "a": {',
      '        "like": ["filter"],',
      '        "params": {',
      '          "type": {"type":"string","desc":"What it is."},',
      '          "b": {"default":{}}',
      '        },',
      '        "sections": {',
      '          "c": {',
      '            "argument": {"name":"d","type":"array"},',
      '            "params": {}',
      '          }',
      '        }',
      '      }',
      '    }',
      '  }',
      '}',
      '',
    ].join('\n'),
  );
});

test('the parameters of our plugins are in their dump; if not, run: npm run generate -- --dump', () => {
  const folder = join(ROOT, 'constructs/fluentd/ruby');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.rb'));
  const ruby = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const declared = [...ruby.matchAll(/^ *config_(?:param|argument|section)[ (]:(\w+)/gm)].map(([, name]) => name);

  // Which of them belong where is for the real Fluentd to say.
  const inherited = namesIn(schemas.fluentd?.plugins.input?.forward as never);
  const ours = Object.values(schemas.efk?.plugins ?? {}).flatMap((types) => Object.values(types).flatMap(namesIn));
  expect([...new Set(declared)].filter((name) => !ours.includes(name as string))).toEqual([]);
  expect([...new Set(ours)].filter((name) => !declared.includes(name) && !inherited.includes(name))).toEqual([]);
});

function namesIn({ params = {}, sections = {} }: Definition): string[] {
  const ofSections = Object.entries(sections).flatMap(([name, section]) => [
    name,
    ...argumentOf(section),
    ...namesIn(section),
  ]);
  return [...Object.keys(params), ...ofSections];
}

function argumentOf({ argument }: SectionSchema): string[] {
  return argument ? [argument.name] : [];
}
