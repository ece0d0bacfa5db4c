import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

import { CERTIFICATE_YEARS } from './expiry';

/** A certificate and its private key, both PEM. */
export interface KeyPair {
  /** The certificate. */
  readonly certificate: string;

  /** The private key, PKCS #8. */
  readonly privateKey: string;
}

/** ECDSA on P-256: accepted by every TLS stack of the three components, and quick to make. */
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

const YEAR = 365 * 24 * 3_600 * 1_000;
/** Clocks of nodes differ; a certificate from the future is refused. */
const CLOCK_SKEW = 5 * 60 * 1_000;
const AUTHORITY_LIFETIME = 10 * YEAR;
const CERTIFICATE_LIFETIME = CERTIFICATE_YEARS * YEAR;

/** A new self-signed authority for the certificates of one purpose, valid for ten years. */
export async function newAuthority(commonName: string): Promise<KeyPair> {
  const keys = await newKeys();
  const subjectKey = await SubjectKeyIdentifierExtension.create(keys.publicKey, false);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    ...validity(AUTHORITY_LIFETIME),
    name: [{ CN: [commonName] }],
    keys,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      subjectKey,
    ],
  });
  return { certificate: pem(certificate), privateKey: await exportKey(keys.privateKey) };
}

/**
 * A new certificate for `dnsNames`, which may be addresses too, signed by `authority`, valid for three years as server and as client: nodes of
 * Elasticsearch are both to each other.
 */
export async function newCertificate(authority: KeyPair, dnsNames: readonly string[]): Promise<KeyPair> {
  const issuer = new X509Certificate(authority.certificate);
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.create({
    ...validity(CERTIFICATE_LIFETIME),
    subject: [{ CN: [dnsNames[0] ?? 'localhost'] }],
    issuer: issuer.subjectName,
    publicKey: keys.publicKey,
    signingKey: await importKey(authority.privateKey),
    signingAlgorithm: ALGORITHM,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth, ExtendedKeyUsage.clientAuth]),
      new SubjectAlternativeNameExtension(
        dnsNames.map((value) => ({ type: isIP(value) ? ('ip' as const) : ('dns' as const), value })),
      ),
      // OpenSSL 3 and Go look the issuer up by this identifier; a mismatch broke clusters of others
      // (elastic/cloud-on-k8s#9197).
      await AuthorityKeyIdentifierExtension.create(issuer, false),
      await SubjectKeyIdentifierExtension.create(keys.publicKey, false),
    ],
  });
  return { certificate: pem(certificate), privateKey: await exportKey(keys.privateKey) };
}

function validity(lifetime: number) {
  const now = Date.now();
  return {
    serialNumber: newSerialNumber(),
    notBefore: new Date(now - CLOCK_SKEW),
    notAfter: new Date(now + lifetime),
  };
}

/** 16 random bytes of which the first is neither zero nor negative: DER would drop or pad it. */
function newSerialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.toString('hex');
}

function pem(certificate: X509Certificate): string {
  return `${certificate.toString('pem').trim()}\n`;
}

async function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return (await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
}

async function exportKey(key: webcrypto.CryptoKey): Promise<string> {
  return `${PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY').trim()}\n`;
}

async function importKey(privateKey: string): Promise<webcrypto.CryptoKey> {
  const der = PemConverter.decodeFirst(privateKey);
  return (await webcrypto.subtle.importKey('pkcs8', der, ALGORITHM, false, ['sign'])) as webcrypto.CryptoKey;
}
