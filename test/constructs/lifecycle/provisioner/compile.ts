import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

import { ROOT } from '../../../rules/source-tree';

/** Where the program is, which a constructs' test compiles and a job runs. */
export const PROGRAM_FOLDER = join(ROOT, 'constructs/lifecycle/provisioner/program');

/** Text of the module that holds the compiled program: types are removed, nothing else, so that reviewers can read it. */
export function generatedModule(): string {
  const files = readdirSync(PROGRAM_FOLDER)
    .sort()
    .map((name) => {
      const { outputText } = ts.transpileModule(readFileSync(join(PROGRAM_FOLDER, name), 'utf8'), {
        compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
      });
      const text = outputText
        .replace(/^ *\/\/ biome-ignore .*\n/gm, '')
        .replace(/^Object\.defineProperty\(exports, "__esModule".*\n/m, '');
      return `  '${name.replace(/\.ts$/, '.js')}': \`${text.replace(/[\\`]|\$\{/g, '\\$&')}\`,\n`;
    });
  return `// Made from program/*.ts by \`npm test -- --project unit --update\`; do not edit.

/** The program of the job as JavaScript, by file name; it needs Node.js and nothing else. */
export const PROGRAM: Readonly<Record<string, string>> = {
${files.join('')}};
`;
}
