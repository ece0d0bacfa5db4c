import { join } from 'node:path';

import { environmentNamed, environmentNames, isOperatorMistake } from '../environments';
import { isPolicyMistake } from '../review/policies/require-policies';
import { waiversIn } from '../review/policies/waivers-file';
import { writeManifests } from './manifests';

/** What `npm run synth` and `npx cdk8s synth` run; the latter names the output folder in `CDK8S_OUTDIR`. */
try {
  writeManifests(process.env.CDK8S_OUTDIR ?? 'manifests', environmentNames.map(environmentNamed), {
    waivers: waiversIn(join(__dirname, '..')),
  });
} catch (error) {
  if (!isOperatorMistake(error) && !isPolicyMistake(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
