import ts from 'typescript';
import { expect, test } from 'vitest';

import { textModule } from '../../codegen/text-module';

const BASE = { source: '*.txt', comment: 'Texts.', name: 'TEXTS' };

test('a module of texts shows their lines', () => {
  expect(textModule({ ...BASE, texts: { 'a.txt': 'one\ntwo\n' } })).toBe(
    [
      '// Made from *.txt by `npm run generate`; do not edit.',
      '',
      '/** Texts. */',
      'export const TEXTS: Readonly<Record<string, string>> = {',
      "  'a.txt': `one",
      'two',
      '`,',
      '};',
      '',
    ].join('\n'),
  );
});

test.each(['`', '${a}', '\\', '\\n', '\\`', '$', '#{a}', '"', "'"])('%s comes back as it was', (text) => {
  const { outputText } = ts.transpileModule(textModule({ ...BASE, texts: { a: text } }), {
    compilerOptions: { module: ts.ModuleKind.CommonJS },
  });
  const exports: { TEXTS?: unknown } = {};
  new Function('exports', outputText)(exports);

  expect(exports.TEXTS).toEqual({ a: text });
});
