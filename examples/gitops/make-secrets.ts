import { App } from 'cdk8s';
import { newValues, secretData } from 'cdk8s-efk/secrets';
import { defineStacks } from 'cdk8s-efk/stacks';

import { environment, storeKey } from './environment';

/** Prints the content of every Secret, new, as JSON by key of the store. Run it once and keep nothing of it in a file. */
async function main() {
  const { secrets } = defineStacks(new App(), environment);
  const values = await newValues(secrets);
  const contents = secrets.map((secret) => [storeKey(secret), secretData(secret, values)]);
  console.log(JSON.stringify(Object.fromEntries(contents), null, 2));
}

void main();
