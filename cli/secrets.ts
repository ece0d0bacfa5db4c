import { App, Yaml } from 'cdk8s';
import type { Command } from 'commander';

import type { SecretSpec } from '../constructs/core';
import { environmentNamed } from '../environments';
import { defineStacks } from '../stacks';
import { newValues, secretData, secretType } from '../stacks/secrets';
import { bold } from './shared/terminal';

/** `efk secrets`. */
export function registerSecrets(program: Command): void {
  program
    .command('secrets')
    .description(
      'list the Secrets that an environment reads, or make new ones, for those who apply the manifests without Pulumi',
    )
    .argument('<environment>', 'a name of environments/')
    .option('--generate', 'print Secrets with new random values and certificates, as YAML')
    .option('--json', 'print the list as JSON')
    .addHelpText(
      'after',
      `
Manifests hold no Secret. Pulumi makes what this command lists, unless the environment says that credentials or
certificates are 'existing' or come from cert-manager.

--generate prints private keys and passwords in clear: pipe it into the tool that keeps them, do not write it to a
file. Each call makes new values, so run it once: Elasticsearch would refuse clients that have older ones.

Exit codes: 0 done, 2 an environment that does not exist or is not valid.

Examples:
  npx efk secrets production
  npx efk secrets production --json | jq '.[].name'
  npx efk secrets production --generate | kubectl apply --server-side --filename -`,
    )
    .action(secrets);
}

async function secrets(environmentName: string, options: { readonly generate?: boolean; readonly json?: boolean }) {
  const { secrets: specs } = defineStacks(new App(), environmentNamed(environmentName));
  if (options.generate) process.stdout.write(await generated(specs));
  else if (options.json) console.log(JSON.stringify(specs, null, 2));
  else console.log(specs.map(described).join('\n\n'));
}

/** One Secret as people read it. */
function described(spec: SecretSpec): string {
  return `${bold(`${spec.namespace}/${spec.name}`)}  ${secretType(spec)}
  ${spec.description}
  ${contentOf(spec).join('\n  ')}`;
}

/** What the keys of a Secret hold, a line per key. */
function contentOf(spec: SecretSpec): string[] {
  switch (spec.kind) {
    case 'tls':
      return [
        `tls.crt  certificate for ${spec.dnsNames.join(', ')}`,
        'tls.key  its private key, PEM',
        `ca.crt   certificate of the ${spec.authority} authority that signed it`,
      ];
    case 'credentials':
      return [`username  ${spec.username}`, 'password  its password'];
    case 'service-token':
      return [`token  bearer token ${spec.token.tokenName} of the service account ${spec.token.account}`];
    case 'keys':
      return spec.keys.map((key) => `${key}  64 random characters that must never change`);
    case 'file-realm':
      return [
        `users           hashed passwords of ${spec.users.map(({ username }) => username).join(', ')}`,
        'users_roles     their roles',
        `service_tokens  hashes of ${spec.serviceTokens.map(({ account, tokenName }) => `${account}/${tokenName}`).join(', ')}`,
      ];
  }
}

async function generated(specs: readonly SecretSpec[]): Promise<string> {
  const values = await newValues(specs);
  return Yaml.stringify(
    ...specs.map((spec) => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: spec.name, namespace: spec.namespace },
      type: secretType(spec),
      stringData: secretData(spec, values),
    })),
  );
}
