import { all, type Input, type Output, output, type Resource, Stash, secret, unsecret } from '@pulumi/pulumi';

import type { SecretSpec } from '../../constructs/core';
import { authorityId, type KeyPair, newValue, secretData, type ValueSpec, type Values, valuesOf } from '../secrets';
import { passwordId } from '../secrets/values';

/**
 * Makes the values of Secrets once and keeps them, encrypted, in Pulumi's state. A later deployment reads what the first
 * one made. To roll a value: `pulumi up --replace` with the URN of its Stash.
 *
 * @see https://www.pulumi.com/docs/iac/concepts/resources/stash/
 */
export class KeptValues {
  private readonly stashes = new Map<string, Stash>();

  /**
   * @param parent resource under which the values appear
   * @param prefix what their names begin with
   * @param passwords passwords that come from elsewhere, by user; of those, only the salt of the hash is made here
   */
  constructor(
    private readonly parent: Resource,
    private readonly prefix = '',
    private readonly passwords: Readonly<Record<string, Input<string>>> = {},
  ) {}

  /** Content of the Secret that `spec` describes. */
  secretData(spec: SecretSpec): Output<Record<string, string>> {
    const outputs = Object.fromEntries(valuesOf(spec).map((value) => [value.id, this.keep(value)]));
    return secret(all(outputs).apply((values) => secretData(spec, values as Values)));
  }

  private keep(value: ValueSpec): Output<unknown> {
    const stash = this.stashes.get(value.id) ?? this.stash(value);
    this.stashes.set(value.id, stash);
    const password = Object.entries(this.passwords).find(([username]) => passwordId(username) === value.id)?.[1];
    return password === undefined
      ? stash.output
      : all([stash.output, output(password)]).apply(([{ salt }, brought]) => ({ salt, secret: brought }));
  }

  private stash(value: ValueSpec): Stash {
    const options = { parent: this.parent, ignoreChanges: ['input'] };
    const name = `${this.prefix}${value.id}`;
    if (value.kind !== 'certificate') return new Stash(name, { input: secret(newValue(value)) }, options);

    const authority = this.stashes.get(authorityId(value.authority))?.output;
    if (!authority) throw new Error(`${value.id} is kept before its authority`);
    const input = secret(authority.apply((keyPair: KeyPair) => newValue(value, keyPair)));
    // A certificate is for its names and of its authority: when one changes, it is issued again.
    const replacementTrigger = unsecret(
      authority.apply(({ certificate }: KeyPair) => [certificate, ...value.dnsNames].join('\n')),
    );
    return new Stash(name, { input }, { ...options, replacementTrigger });
  }
}
