import { join } from 'node:path';
import { Config, getStack, RunError } from '@pulumi/pulumi';

import { environmentNamed, isOperatorMistake } from '../environments';
import { isPolicyMistake } from '../review/policies/require-policies';
import { waiversIn } from '../review/policies/waivers-file';
import { checkPolicies } from './manifests';
import { deployEnvironment } from './pulumi/deploy-environment';
import { kubeconfigMistake } from './pulumi/kubeconfig';

/** What `pulumi up --stack <environment>` runs; the outputs of the stack say how to reach what was deployed. */
export = deploy();

function deploy() {
  const mistake = kubeconfigMistake({ context: new Config('kubernetes').get('context') });
  if (mistake) throw new RunError(mistake);
  try {
    const environment = environmentNamed(getStack());
    checkPolicies(environment, { waivers: waiversIn(join(__dirname, '..')) });
    return deployEnvironment(environment);
  } catch (error) {
    // A RunError is printed without a stack trace: the mistake is in the environment, not in the program.
    throw isOperatorMistake(error) || isPolicyMistake(error) ? new RunError(error.message) : error;
  }
}
