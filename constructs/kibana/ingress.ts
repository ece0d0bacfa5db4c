import type { k8s } from 'cdk8s-plus-28';

import type { KibanaProps } from './props';

/** Kibana speaks HTTPS itself; the community's ingress-nginx must be told. */
export const INGRESS_ANNOTATIONS: Readonly<Record<string, string>> = {
  'nginx.ingress.kubernetes.io/backend-protocol': 'HTTPS',
};

/** Rules of the Ingress that publishes the Service `name` as `host`. Passwords pass through it, so it always has TLS. */
export function ingressRules(
  name: string,
  host: string,
  { ingressClassName, ingressTlsSecretName }: Pick<KibanaProps, 'ingressClassName' | 'ingressTlsSecretName'>,
): k8s.IngressSpec {
  const backend = { service: { name, port: { name: 'https' } } };
  return {
    ingressClassName,
    tls: [{ hosts: [host], secretName: ingressTlsSecretName }],
    rules: [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }],
  };
}
