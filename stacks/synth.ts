import { environmentNamed, environmentNames, isOperatorMistake } from '../environments';
import { writeManifests } from './manifests';

/** What `npm run synth` and `npx cdk8s synth` run; the latter names the output folder in `CDK8S_OUTDIR`. */
try {
  writeManifests(process.env.CDK8S_OUTDIR ?? 'manifests', environmentNames.map(environmentNamed));
} catch (error) {
  if (!isOperatorMistake(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
