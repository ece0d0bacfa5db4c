import { ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';

import type { TlsSecret } from '../constructs/core';
import type { Environment } from '../environments';

const API_VERSION = 'cert-manager.io/v1';

/**
 * Certificates that cert-manager issues and renews, one per `tls` Secret. HTTP certificates are signed by the
 * ClusterIssuer of the environment; the transport layer has an authority of its own, which nobody else can use.
 *
 * @see https://cert-manager.io/docs/configuration/ca/
 */
export class CertificatesStack extends Chart {
  constructor(scope: Construct, id: string, environment: Environment, secrets: readonly TlsSecret[]) {
    super(scope, id, { namespace: environment.namespace, disableResourceNameHashes: true });

    const transport = this.transportAuthority();
    const http = { kind: 'ClusterIssuer', name: environment.certificateIssuer };
    for (const secret of secrets) {
      new ApiObject(this, `${secret.namespace}-${secret.name}`, {
        apiVersion: API_VERSION,
        kind: 'Certificate',
        metadata: { name: secret.name, namespace: secret.namespace },
        spec: {
          secretName: secret.name,
          dnsNames: secret.dnsNames,
          duration: '2160h',
          renewBefore: '720h',
          privateKey: { algorithm: 'ECDSA', size: 256, encoding: 'PKCS8', rotationPolicy: 'Always' },
          usages: ['digital signature', 'server auth', 'client auth'],
          issuerRef: secret.authority === 'transport' ? transport : http,
        },
      });
    }
  }

  /** A self-signed authority and the Issuer that signs with it. */
  private transportAuthority(): { kind: string; name: string } {
    const name = 'elasticsearch-transport-authority';
    const selfSigned = { kind: 'Issuer', name: 'self-signed' };
    new ApiObject(this, selfSigned.name, {
      apiVersion: API_VERSION,
      kind: 'Issuer',
      metadata: { name: selfSigned.name },
      spec: { selfSigned: {} },
    });
    new ApiObject(this, name, {
      apiVersion: API_VERSION,
      kind: 'Certificate',
      metadata: { name },
      spec: {
        secretName: name,
        commonName: name,
        isCA: true,
        duration: '87600h',
        privateKey: { algorithm: 'ECDSA', size: 256, encoding: 'PKCS8' },
        issuerRef: selfSigned,
      },
    });
    new ApiObject(this, `${name}-issuer`, {
      apiVersion: API_VERSION,
      kind: 'Issuer',
      metadata: { name },
      spec: { ca: { secretName: name } },
    });
    return { kind: 'Issuer', name };
  }
}
