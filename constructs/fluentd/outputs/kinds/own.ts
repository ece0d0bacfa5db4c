import type { k8s } from 'cdk8s-plus-28';

import {
  type AuthorityReference,
  authoritySource,
  clientEgress,
  type Mistake,
  referenceMistakes,
  type SecretReference,
  secretVariable,
  type UserReference,
} from '../../../core';
import type { EnvVariable } from '../../conf';
import type { Footprint } from '../../footprint';
import { fluentdSize } from '../../limits';
import { PATHS } from '../../paths';
import { fileBuffer } from '../buffer';
import type { OwnOutput } from './kind';

/** The buffer of an output: one thread, so that what a stream sends stays in order. */
export function ownBuffer({ name, bufferSize, chunkSize, whenFull }: OwnOutput) {
  return fileBuffer({
    path: `${PATHS.state}/buffer/outputs/${name}`,
    chunkSize: fluentdSize(chunkSize),
    totalSize: fluentdSize(bufferSize),
    threads: 1,
    whenFull,
  });
}

/** The variable of an output that holds a part of a Secret. */
export function ownVariable({ name }: Pick<OwnOutput, 'name'>, what: string): EnvVariable {
  return { env: `OUTPUT_${name}_${what}`.replaceAll('-', '_').toUpperCase() };
}

/** The variable with one key of a Secret. */
export function fromSecret<Key extends string>(own: OwnOutput, reference: SecretReference<Key>, key: Key): k8s.EnvVar {
  return secretVariable(ownVariable(own, key).env, reference, key);
}

/** A user and a password, as variables. */
export function fromUser(own: OwnOutput, user: UserReference): k8s.EnvVar[] {
  return [
    user.username === undefined
      ? fromSecret(own, user, 'username')
      : { name: ownVariable(own, 'username').env, value: user.username },
    fromSecret(own, user, 'password'),
  ];
}

/** Folder in which an output has its files. */
export function ownFolder({ name }: Pick<OwnOutput, 'name'>): string {
  return `${PATHS.outputs}/${name}`;
}

/** File with the authority of a server; nothing if it is a public one. */
export function authorityFile(own: OwnOutput, authority: AuthorityReference = 'public'): string | undefined {
  return authority === 'public' ? undefined : `${ownFolder(own)}/ca.crt`;
}

/** The volume with this file. */
export function authorityVolume(own: OwnOutput, authority: AuthorityReference = 'public'): Footprint {
  if (authority === 'public') return {};
  const name = volumeName(own);
  return {
    volumes: [{ name, projected: { sources: [authoritySource(authority)] } }],
    mounts: [{ name, mountPath: ownFolder(own), readOnly: true }],
  };
}

/** Name of the volume of an output. */
export function volumeName({ name }: Pick<OwnOutput, 'name'>): string {
  return `output-${name}`;
}

/** The way to servers, and to DNS. */
export function egressTo(
  servers: readonly string[],
  dnsPorts: readonly number[] | undefined,
): k8s.NetworkPolicyEgressRule[] {
  return servers.flatMap((server) => clientEgress({ url: `https://${server}`, majorVersion: 0 }, dnsPorts));
}

/** Host and port of a URL. */
export function serverOf(url: string): string[] {
  if (!URL.canParse(url)) return [];
  const { hostname, port, protocol } = new URL(url);
  return [`${hostname}:${port || (protocol === 'http:' ? 80 : 443)}`];
}

/** What is wrong with the address of a server. */
export function urlMistakes(key: string, url: string, example: string): Mistake[] {
  const said = (must: string, todo: string, got = JSON.stringify(url) ?? 'nothing') => [
    { path: [key], message: `must ${must}, got ${got}; ${todo}` },
  ];
  if (typeof url !== 'string' || !URL.canParse(url) || !url.startsWith('https://')) {
    return said('be a URL that starts with https://', `write for example ${example}`);
  }
  const { username, password } = new URL(url);
  // What it holds is not repeated.
  if (username || password) return said('hold no user and no password', 'name a Secret in credentials', 'some');
  return [];
}

/** What is wrong with a reference to a Secret or ConfigMap; nothing if there is none. */
export function ownReferenceMistakes(
  key: string,
  reference: Parameters<typeof referenceMistakes>[1] | 'public',
  keys: readonly string[],
): Mistake[] {
  if (reference === 'public') return [];
  return referenceMistakes(key, reference, keys).map((sentence) => {
    const end = sentence.indexOf(' ');
    return { path: [sentence.slice(0, end)], message: sentence.slice(end + 1) };
  });
}
