import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { pipeline } from '../../../constructs/fluentd';
import { ConfParseError, type ParsedDirective, parse, render } from '../../../constructs/fluentd/conf';
import { configuration, lookalike } from '../../constructs/fluentd/conf/arbitrary';
import { BY_HAND, RUBY } from '../../constructs/fluentd/conf/samples';
import { asPrinted, readByFluentd } from './real-parser';

/** Where we refuse what Fluentd takes, on purpose. */
const STRICTER = new RegExp(
  [
    'a parameter must be in a directive',
    'the name of a parameter must be text',
    '@include must name a file',
    'a comment must end with a line feed',
    'a # in JSON must not be followed',
  ].join('|'),
);

/** The shortest texts of which Fluentd and we make something different. */
async function differences(texts: readonly string[]) {
  const printed = await readByFluentd(texts);
  return texts
    .map((text, index) => ({ text, fluentd: printed[index]?.children, ours: read(text) }))
    .filter(({ fluentd, ours }) =>
      ours instanceof ConfParseError
        ? fluentd && !STRICTER.test(ours.message)
        : !isDeepStrictEqual(fluentd, ours.map(asPrinted)),
    )
    .sort((a, b) => a.text.length - b.text.length)
    .slice(0, 3);
}

function read(text: string): ParsedDirective[] | ConfParseError {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof ConfParseError) return error;
    throw error;
  }
}

test('Fluentd reads what we write as we do, whatever the values', async () => {
  const texts = fc.sample(configuration, 2_000).map(render);
  expect(await differences(texts)).toEqual([]);
});

test('Fluentd and we read the same, and refuse the same, of what people could write', async () => {
  const texts = fc.sample(lookalike, 5_000);
  const refused = texts.filter((text) => read(text) instanceof ConfParseError);
  expect(refused.length).toBeGreaterThan(500);
  expect(refused.length).toBeLessThan(4_500);
  expect(await differences(texts)).toEqual([]);
});

test('embedded Ruby ends where Ruby itself says', async () => {
  expect(await differences(RUBY.map((code) => `<buffer>\n  key "a#{${code}}b"\n</buffer>\n`))).toEqual([]);
});

test('a file that people wrote, and the pipeline, are read alike', async () => {
  const ours = pipeline({
    elasticsearch: { url: 'https://elasticsearch.logging.svc:9200', majorVersion: 9 },
    version: '9.5.0',
    existingSecrets: { apiKey: { secretName: 'cloud' } },
    routes: [{ name: 'shop', namespaces: ['shop'] }, { name: 'cluster' }],
    bufferSize: '2Gi',
    memory: '512Mi',
    own: { namespace: 'agents', name: 'fluentd' },
  });
  expect(await differences([BY_HAND, render(parse(BY_HAND)), render(ours.directives())])).toEqual([]);
});
