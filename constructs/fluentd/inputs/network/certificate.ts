import {
  type AuthorityReference,
  authoritySource,
  type CertificateReference,
  type ConfigMapReference,
  certificateMistakes,
  keyFiles,
  type Mistake,
  mistakeIn,
  referenceMistakes,
  type SecretReference,
  serviceHostNames,
} from '../../../core';
import type { Footprint } from '../../footprint';
import type { InputContext } from '../kind';
import { inputFolder, inputVolume } from '../own';
import { serviceName } from './exposure';

/** The certificate with which an input proves who it is. */
export interface InputCertificate {
  /**
   * A certificate that exists, in the keys `tls.crt` and `tls.key`.
   *
   * @default - one that is made, valid for the names of the Service and `hostNames`
   */
  readonly certificate?: CertificateReference;

  /**
   * Further names by which senders reach the input, such as that of a load balancer.
   *
   * @default - none
   */
  readonly hostNames?: readonly string[];
}

/** Authority of certificates that senders must have. */
export type ClientAuthority = SecretReference<'ca.crt'> | ConfigMapReference<'ca.crt'>;

/** What is wrong with a certificate. */
export function inputCertificateMistakes({ certificate, hostNames = [] }: InputCertificate): Mistake[] {
  return [
    ...asMistakes(certificateMistakes('certificate', certificate, 'public'), 'certificate'),
    ...hostNames.flatMap((name, index) =>
      mistakeIn(
        ['hostNames', index],
        /^(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/.test(name),
        'a host name in lower case',
        name,
        'write for example syslog.example.com',
      ),
    ),
    ...(certificate && hostNames.length > 0
      ? [
          {
            path: ['hostNames'],
            message: `must not come with certificate, which has its own names, got ${JSON.stringify(hostNames)}; remove one of both`,
          },
        ]
      : []),
  ];
}

/** What is wrong with the authority of senders. */
export function clientAuthorityMistakes(clients: ClientAuthority | undefined): Mistake[] {
  return asMistakes(referenceMistakes('clients', clients, ['ca.crt']), 'clients');
}

/** Sentences that begin with the place, as mistakes. */
export function asMistakes(sentences: readonly string[], prop: string): Mistake[] {
  return sentences.map((sentence) => {
    const end = sentence.indexOf(' ');
    return {
      path: [prop, ...sentence.slice(prop.length + 1, end).split('.')].filter(Boolean),
      message: sentence.slice(end + 1),
    };
  });
}

/** Where the files of the certificate are in the container. */
export function certificateFiles(context: InputContext) {
  const folder = inputFolder(context);
  return {
    folder,
    cert_path: `${folder}/tls.crt`,
    private_key_path: `${folder}/tls.key`,
    authority: `${folder}/ca.crt`,
  };
}

/** What an input with TLS needs of the pod. */
export function certificateFootprint(
  { certificate, hostNames = [] }: InputCertificate,
  context: InputContext,
  clients?: Exclude<AuthorityReference, 'public'>,
): Pick<Required<Footprint>, 'volumes' | 'mounts' | 'secrets'> {
  const service = serviceName(context);
  const own = certificate ?? { secretName: `${service}-tls` };
  const items = keyFiles(own, ['tls.crt', 'tls.key']);
  const volume = inputVolume(context);
  return {
    volumes: [
      clients
        ? {
            name: volume,
            projected: { sources: [{ secret: { name: own.secretName, items } }, authoritySource(clients)] },
          }
        : { name: volume, secret: { secretName: own.secretName, items } },
    ],
    mounts: [{ name: volume, mountPath: certificateFiles(context).folder, readOnly: true }],
    secrets: certificate
      ? []
      : [
          {
            kind: 'tls',
            name: own.secretName,
            namespace: context.own.namespace,
            description: `Certificate of the input ${context.name} of ${context.own.name}`,
            authority: 'http',
            dnsNames: [...serviceHostNames(service, context.own.namespace), ...hostNames],
          },
        ],
  };
}
