import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

import { ROOT } from './root';
import { textModule } from './text-module';

const FOLDER = join(ROOT, 'constructs/lifecycle/provisioner/program');

/** The program of the provisioner's job: types are removed, nothing else, so that reviewers can read it in the manifests. */
export function provisionerProgram(): string {
  const names = readdirSync(FOLDER).sort();
  return textModule({
    source: 'program/*.ts',
    comment: 'The program of the job as JavaScript, by file name; it needs Node.js and nothing else.',
    name: 'PROGRAM',
    texts: Object.fromEntries(
      names.map((name) => [name.replace(/\.ts$/, '.js'), javaScript(readFileSync(join(FOLDER, name), 'utf8'))]),
    ),
  });
}

function javaScript(text: string): string {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  return outputText
    .replace(/^ *\/\/ biome-ignore .*\n/gm, '')
    .replace(/^Object\.defineProperty\(exports, "__esModule".*\n/m, '');
}
