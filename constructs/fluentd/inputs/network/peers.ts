import { k8s } from 'cdk8s-plus-28';

import { DNS_LABEL, type Mistake, mistakeIn, shown } from '../../../core';

/** Who may send to an input: everybody that one of these means, and nobody else. */
export interface InputPeers {
  /**
   * Ranges of addresses, e.g. `10.20.0.0/16` or `2001:db8::/32`; `0.0.0.0/0` and `::/0` for everybody. They mean the address
   * that the pods see, which is that of the sender unless something on the way replaces it.
   *
   * @default - none
   */
  readonly cidrs?: readonly string[];

  /**
   * Namespaces of the cluster whose pods may send.
   *
   * @default - none
   */
  readonly namespaces?: readonly string[];
}

const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;
const IPV6 = /^(?=[0-9a-f:]*:[0-9a-f:]*\/)[0-9a-f:]{2,39}\/(\d{1,3})$/i;

/** What is wrong with who may send. */
export function peerMistakes({ cidrs = [], namespaces = [] }: InputPeers): Mistake[] {
  if (cidrs.length + namespaces.length === 0) {
    const message =
      "must have cidrs or namespaces, since nobody could send, got neither; write for example { cidrs: ['10.0.0.0/8'] }";
    return [{ path: ['from'], message }];
  }
  return [
    ...cidrs.flatMap((cidr, index) =>
      mistakeIn(
        ['from', 'cidrs', index],
        isRange(cidr),
        'a range of addresses (address/length, with the bits behind the length 0)',
        cidr,
        'write for example 10.20.0.0/16 or 2001:db8::/32',
      ),
    ),
    ...namespaces.flatMap((name, index) =>
      mistakeIn(
        ['from', 'namespaces', index],
        DNS_LABEL.pattern.test(name),
        `the name of a namespace (${DNS_LABEL.bound})`,
        name,
        'correct it',
      ),
    ),
    ...twins('cidrs', cidrs),
    ...twins('namespaces', namespaces),
  ];
}

/** They, as a network policy means them. */
export function policyPeers({ cidrs = [], namespaces = [] }: InputPeers): k8s.NetworkPolicyPeer[] {
  const key = 'kubernetes.io/metadata.name';
  return [
    ...cidrs.map((cidr) => ({ ipBlock: { cidr } })),
    ...(namespaces.length > 0
      ? [{ namespaceSelector: { matchExpressions: [{ key, operator: 'In', values: [...namespaces] }] } }]
      : []),
  ];
}

/** A port of a network policy. */
export function policyPort(protocol: 'TCP' | 'UDP', port: number): k8s.NetworkPolicyPort {
  return { protocol, port: k8s.IntOrString.fromNumber(port) };
}

/** Kubernetes refuses `10.1.2.3/8` from 1.36 on, and before it nobody knows what was meant. */
function isRange(cidr: string): boolean {
  const [, ...four] = IPV4.exec(cidr) ?? [];
  if (four.length > 0) {
    const [a = 0, b = 0, c = 0, d = 0, length = 0] = four.map(Number);
    const address = ((a * 256 + b) * 256 + c) * 256 + d;
    return length <= 32 && [a, b, c, d].every((part) => part <= 255) && address % 2 ** (32 - length) === 0;
  }
  const [, length] = IPV6.exec(cidr) ?? [];
  return length !== undefined && Number(length) <= 128 && (cidr.match(/::/g) ?? []).length <= 1;
}

function twins(key: keyof InputPeers, values: readonly string[]): Mistake[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) === index
      ? []
      : [{ path: ['from', key, index], message: `must be there once, got ${shown(value)} again; remove one` }],
  );
}
