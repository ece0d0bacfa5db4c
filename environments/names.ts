import { DNS_SUBDOMAIN, LABEL_VALUE, type NameRule, ownNamespaceMistake } from '../constructs/core';
import { GLOB } from '../constructs/fluentd';
import { checked, text } from './values';

function named({ pattern, bound }: NameRule, remedy = 'correct it') {
  return text(pattern, bound, remedy);
}

/**
 * The name of an environment, of a node set or of a retention class, from which names of many objects are made; the name
 * of a Service must begin with a letter.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#rfc-1035-label-names
 */
export const ownName = text(
  /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
  'lower-case letters, digits and dashes, starting with a letter (at most 63 characters)',
  'rename it',
);

/** The name of a namespace, which may begin with a digit, with wildcards or not. */
export const namespaceGlob = named(GLOB);

/** The name of a namespace that we make and close to the network. */
export const ownNamespace = checked<string>(ownNamespaceMistake);

/** The name of a Secret, a StorageClass, an IngressClass, an issuer: of most objects of Kubernetes. */
export const objectName = named(DNS_SUBDOMAIN);

/**
 * The value of the node label `topology.kubernetes.io/zone`; clouds choose it freely, e.g. `PHX-AD-1` (Oracle) or `1`.
 *
 * @see https://kubernetes.io/docs/reference/labels-annotations-taints/#topologykubernetesiozone
 */
export const zoneName = named(LABEL_VALUE);

/**
 * The name of a bucket, as Amazon takes it; other storage takes no other names, or more.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export const bucketName = text(
  /^(?!\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  'the name of a bucket (a-z, 0-9, - and ., first and last a letter or digit, 3 to 63 characters, no IP address)',
  'correct it',
);

/**
 * The region of a bucket, which is part of a signature and with Amazon of a host name.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/s3.html
 */
export const regionName = text(
  /^[A-Za-z0-9]([-A-Za-z0-9]{0,61}[A-Za-z0-9])?$/,
  'the name of a region (letters, digits and -, at most 63 characters)',
  'write for example eu-central-1',
);
