import {
  all,
  Config,
  type Input,
  type Output,
  output,
  type Resource,
  RunError,
  Stash,
  secret,
  unsecret,
} from '@pulumi/pulumi';

import type { SecretSpec } from '../../constructs/core';
import {
  AUTHORITY_PLACES,
  type AuthorityPlace,
  authorityId,
  type KeyPair,
  newValue,
  secretData,
  type ValueSpec,
  type Values,
  valuesOf,
} from '../secrets';
import { passwordId } from '../secrets/values';

/**
 * Makes the values of Secrets once and keeps them, encrypted, in Pulumi's state. A later deployment reads what the first
 * one made. To roll a value: `pulumi up --replace` with the URN of its Stash, or a pattern such as `**password/fluentd`.
 *
 * @see https://www.pulumi.com/docs/iac/concepts/resources/stash/
 */
export class KeptValues {
  private readonly stashes = new Map<string, Stash>();
  private readonly signing = signingAuthority();

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

    const authority = this.stashes.get(authorityId(value.authority, this.signing))?.output;
    if (!authority) throw new Error(`${value.id} is kept before its authority`);
    const input = secret(authority.apply((keyPair: KeyPair) => newValue(value, keyPair)));
    // A certificate is for its names and of its authority: when one changes, it is issued again.
    const replacementTrigger = unsecret(
      authority.apply(({ certificate }: KeyPair) => [certificate, ...value.dnsNames].join('\n')),
    );
    return new Stash(name, { input }, { ...options, replacementTrigger });
  }
}

/**
 * Which of the two authorities of each layer signs certificates, from the configuration of the stack; `first` unless it
 * says otherwise. Everybody trusts both, so that a change issues all certificates again and stops nobody.
 *
 * @throws RunError if it is neither `first` nor `second`
 */
function signingAuthority(): AuthorityPlace {
  const place = new Config('cdk8s-efk').get('signingAuthority') ?? 'first';
  const known = AUTHORITY_PLACES.find((candidate) => candidate === place);
  if (known) return known;
  throw new RunError(
    `[cdk8s-efk:signingAuthority] must be one of ${AUTHORITY_PLACES.join(', ')}, got '${place}'; run pulumi config set cdk8s-efk:signingAuthority first`,
  );
}
