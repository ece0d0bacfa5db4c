import { X509Certificate } from 'node:crypto';

/** Annotation of a Secret that says when its certificate expires, e.g. `2029-11-21T22:57:00.000Z`. */
export const CERTIFICATE_EXPIRES_ANNOTATION = 'cdk8s-efk/certificate-expires';

/** Annotation of a Secret that says when the first of the authorities that it trusts expires. */
export const AUTHORITY_EXPIRES_ANNOTATION = 'cdk8s-efk/authority-expires';

/** Years for which a certificate that is made at deployment is valid. */
export const CERTIFICATE_YEARS = 3;

/** When what is in a `tls` Secret expires, as annotations: `kubectl` shows them without showing a key. */
export function expiryAnnotations(data: Readonly<Record<string, string>>): Record<string, string> {
  return {
    [CERTIFICATE_EXPIRES_ANNOTATION]: firstExpiry(data['tls.crt']),
    [AUTHORITY_EXPIRES_ANNOTATION]: firstExpiry(data['ca.crt']),
  };
}

function firstExpiry(pem = ''): string {
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  const times = certificates.map((certificate) => Date.parse(new X509Certificate(certificate).validTo));
  return new Date(Math.min(...times)).toISOString();
}
