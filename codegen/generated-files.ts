import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { dashboardFiles } from './dashboards/files';
import { pluginModules } from './fluentd/modules';
import { provisionerProgram } from './provisioner-program';
import { furtherGemFiles, gemFiles, rubyFiles, tapFiles } from './ruby-files';

/** The text of every generated file, by its path from the root of the repository. */
export function generatedFiles(): Readonly<Record<string, string>> {
  return {
    ...pluginModules(),
    'constructs/fluentd/ruby/files.generated.ts': rubyFiles(),
    'constructs/monitoring/grafana/dashboards.generated.ts': dashboardFiles(),
    'constructs/lifecycle/provisioner/program.generated.ts': provisionerProgram(),
    'local/fluentd/gems/files.generated.ts': gemFiles(),
    'local/fluentd/gems/further/files.generated.ts': furtherGemFiles(),
    'trial/tap/files.generated.ts': tapFiles(),
  };
}

/** Writes the files below `root` that are not as they should be, and returns their paths. */
export function writeStale(root: string, files: Readonly<Record<string, string>>): string[] {
  const stale = Object.keys(files).filter((path) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== files[path];
  });
  for (const path of stale) writeFileSync(join(root, path), files[path] ?? '');
  return stale;
}
