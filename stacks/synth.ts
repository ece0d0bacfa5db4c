import { join } from 'node:path';

import { environmentNamed, environmentNames, environmentSizing, isOperatorMistake } from '../environments';
import { isPolicyMistake } from '../review/policies/require-policies';
import { waiversIn } from '../review/policies/waivers-file';
import { writeManifests } from './manifests';

/** What `npm run synth` and `npx cdk8s synth` run; the latter names the output folder in `CDK8S_OUTDIR`. */
try {
  const environments = environmentNames.map(environmentNamed);
  writeManifests(process.env.CDK8S_OUTDIR ?? 'manifests', environments, { waivers: waiversIn(join(__dirname, '..')) });
  for (const environment of environments) {
    for (const warning of environmentSizing(environment).warnings) {
      console.error(`warning: [${environment.name}.elasticsearch] ${warning}`);
    }
  }
} catch (error) {
  if (!isOperatorMistake(error) && !isPolicyMistake(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
