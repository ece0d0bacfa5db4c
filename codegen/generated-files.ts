import { pluginModules } from './fluentd/modules';
import { provisionerProgram } from './provisioner-program';
import { rubyFiles } from './ruby-files';

/** The text of every generated file, by its path from the root of the repository. */
export function generatedFiles(): Readonly<Record<string, string>> {
  return {
    ...pluginModules(),
    'constructs/fluentd/ruby/files.generated.ts': rubyFiles(),
    'constructs/lifecycle/provisioner/program.generated.ts': provisionerProgram(),
  };
}
