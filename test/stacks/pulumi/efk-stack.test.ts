import { Provider } from '@pulumi/kubernetes';
import { CustomResource, type Output, output } from '@pulumi/pulumi';
import { describe, expect, test } from 'vitest';

import { dev } from '../../../environments/dev';
import { EfkStack } from '../../../stacks/pulumi';
import { secretHash } from '../../../stacks/secrets/credentials';
import { named, type Registered, run } from './program';

/** A resource whose output nobody knows before it is made. */
class Vault extends CustomResource {
  declare readonly password: Output<string>;

  constructor() {
    super('vault:index:Password', 'vault', { password: undefined });
  }
}

const SECRETS = 12;

function secretsOf(registered: readonly Registered[]): Registered[] {
  return registered.filter(({ type }) => type === 'kubernetes:core/v1:Secret');
}

describe('an EfkStack', () => {
  test('deploys an environment as it is written, below its own name', async () => {
    const registered = await run(() => new EfkStack('logging', dev));

    expect(registered.every(({ name }) => name === 'logging' || name.startsWith('logging/'))).toBe(true);
    expect(secretsOf(registered)).toHaveLength(SECRETS);
    for (const { name, secrets } of secretsOf(registered)) expect(secrets, name).toEqual(['stringData']);
    expect(named(registered, 'logging/namespaces/Namespace/logging').type).toBe('kubernetes:core/v1:Namespace');
    expect(named(registered, 'StatefulSet/logging/elasticsearch-all').type).toBe('kubernetes:apps/v1:StatefulSet');
  });

  test('makes namespaces before Secrets, and Secrets before pods', async () => {
    const registered = await run(() => new EfkStack('logging', dev));
    const secrets = secretsOf(registered);

    for (const secret of secrets) expect(secret.after).toContain('logging/namespaces/Namespace/logging');
    for (const { after } of registered.filter(({ type }) => /StatefulSet|DaemonSet|Deployment|Job/.test(type))) {
      expect(after).toEqual(expect.arrayContaining(secrets.map(({ name }) => name)));
    }
  });

  test('says how to reach what it deploys', async () => {
    let stack: EfkStack | undefined;
    await run(() => {
      stack = new EfkStack('logging', dev);
    });
    expect(stack).toMatchObject({
      kibanaUrl: 'https://localhost:5601',
      username: 'elastic',
      elasticsearchUrl: 'https://elasticsearch.logging.svc:9200',
    });
    expect(await resolved(stack?.password)).toMatch(/^[A-Za-z0-9]{43}$/);
  });

  test('fits twice into a program, with a cluster each', async () => {
    const registered = await run(() => {
      for (const name of ['east', 'west']) {
        const provider = new Provider(name, { context: name });
        new EfkStack(name, dev, { provider });
      }
    });

    const urns = registered.map(({ type, name }) => `${type} ${name}`);
    expect(new Set(urns).size).toBe(urns.length);
    for (const name of ['east', 'west']) {
      const objects = registered.filter((resource) => resource.name.startsWith(`${name}/`) && resource.provider);
      expect(objects.length).toBeGreaterThan(40);
      expect(new Set(objects.map(({ provider }) => provider))).toEqual(new Set([name]));
    }
    const passwords = ['east', 'west'].map(
      (name) => contentOf(registered, `${name}/secrets/Secret/logging/elasticsearch-superuser`).password,
    );
    expect(passwords[0]).not.toBe(passwords[1]);
  });

  test('takes passwords from elsewhere, for client and server alike', async () => {
    const registered = await run(() => new EfkStack('logging', dev, { passwords: { fluentd: output('from-vault') } }));

    expect(contentOf(registered, '/fluentd-credentials')).toEqual({ username: 'fluentd', password: 'from-vault' });
    const users = contentOf(registered, '/elasticsearch-file-realm').users;
    expect(users).toContain(`fluentd:${hashOf('from-vault', users)}`);
  });

  test('previews every object when a password is not known yet', async () => {
    const program = () => new EfkStack('logging', dev, { passwords: { elastic: new Vault().password } });
    const preview = await run(program, true, { 'vault:index:Password': {} });
    const deployed = await run(program, false, { 'vault:index:Password': { password: 'from-vault' } });

    expect(preview.map(({ name }) => name).sort()).toEqual(deployed.map(({ name }) => name).sort());
    expect(named(preview, '/elasticsearch-superuser').inputs).toMatchObject({ kind: 'Secret', type: 'Opaque' });
    expect(named(preview, '/elasticsearch-superuser').inputs.stringData).not.toHaveProperty('password');
    expect(contentOf(deployed, '/elasticsearch-superuser').password).toBe('from-vault');
  });

  test('fails with a password for nobody', async () => {
    await expect(run(() => new EfkStack('logging', dev, { passwords: { elastc: 'x' } }))).rejects.toThrow(
      new Error(
        '[logging] passwords must be of users whose Secrets are made here (elastic, readiness, provisioner, fluentd), got one of "elastc"; correct the name',
      ),
    );
  });

  test('fails with a password where Secrets exist already', async () => {
    const environment = { ...dev, credentials: 'existing' } as const;
    await expect(run(() => new EfkStack('logging', environment, { passwords: { elastic: 'x' } }))).rejects.toThrow(
      new Error(
        '[logging] passwords must be of users whose Secrets are made here (none), got one of "elastic"; correct the name, or set credentials to \'generated\'',
      ),
    );
  });

  test('fails with every mistake of the environment, and without a stack trace', async () => {
    const environment = { ...dev, name: 'Dev', agentsNamespace: 'Agents' };
    await expect(run(() => new EfkStack('logging', environment))).rejects.toMatchObject({
      __pulumiRunError: true,
      message: expect.stringMatching(/^environment 'Dev' is not valid \(2 mistakes\):\n/),
    });
  });

  test('makes no Secret that exists already', async () => {
    const environment = { ...dev, credentials: 'existing', certificates: 'existing' } as const;
    expect(secretsOf(await run(() => new EfkStack('logging', environment)))).toEqual([]);
  });
});

function contentOf(registered: readonly Registered[], ending: string): Record<string, string> {
  return named(registered, ending).inputs.stringData as Record<string, string>;
}

/** The hash of a password with the salt that stands in `users`. */
function hashOf(secret: string, users = ''): string {
  const salt = /^fluentd:\{PBKDF2_STRETCH\}\d+\$([^$]+)\$/m.exec(users)?.[1] ?? '';
  return secretHash({ secret, salt });
}

function resolved<T>(value: Output<T> | undefined): Promise<T | undefined> {
  return new Promise((resolve) => (value ? value.apply(resolve) : resolve(undefined)));
}
