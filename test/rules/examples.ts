import { join, relative } from 'node:path';
import ts from 'typescript';

import { type Documents, fencesOf } from './markdown';
import { ROOT } from './source-tree';

/**
 * One line per mistake that the compiler finds in the TypeScript fences of `documents`, other than quotes of files. Fences
 * are compiled where they would stand: in the root, or in the folder that `in=<folder>` names; nothing is written to disk.
 */
export function exampleMistakes(documents: Documents): string[] {
  const fences = [...documents]
    .flatMap(([document, text]) => fencesOf(document, text))
    .filter(({ language, attributes }) => ['ts', 'typescript'].includes(language) && !attributes.file);
  if (fences.length === 0) return [];

  const examples = new Map(
    fences.map((fence, index) => [join(ROOT, fence.attributes.in ?? '', `example-${index}.ts`), fence]),
  );
  const options: ts.CompilerOptions = {
    ...readOptions(),
    noUnusedLocals: false,
    // Absolute, instead of a base for all: from there, the package `constructs` would be our folder of that name.
    paths: { 'cdk8s-efk': [join(ROOT, 'package/index.ts')], 'cdk8s-efk/*': [join(ROOT, 'package/*.ts')] },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => examples.has(path) || fileExists(path);
  host.getSourceFile = (path, ...rest) => {
    const example = examples.get(path);
    // An example without imports is a module as well, so that its names do not clash with those of others.
    return example
      ? ts.createSourceFile(path, `${example.text}\nexport {};`, ts.ScriptTarget.ES2022)
      : getSourceFile(path, ...rest);
  };
  const program = ts.createProgram([...examples.keys()], options, host);

  return [...examples].flatMap(([path, { document, line }]) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ start = 0, messageText }) => {
        const at = line + 1 + (file?.getLineAndCharacterOfPosition(start).line ?? 0);
        return `${document}:${at}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}; correct the example`;
      },
    );
  });
}

function readOptions(): ts.CompilerOptions {
  const path = join(ROOT, 'tsconfig.json');
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  return ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT, relative(ROOT, path)).options;
}
