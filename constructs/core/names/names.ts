/** How something in Kubernetes may be named. */
export interface NameRule {
  /** What a name matches. */
  readonly pattern: RegExp;

  /** The same in words, to be read after `must be`. */
  readonly bound: string;
}

const LABEL = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?';
const SUBDOMAIN = String.raw`(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*`;
const VALUE = '[A-Za-z0-9]([-._A-Za-z0-9]{0,61}[A-Za-z0-9])?';

/**
 * A DNS label of RFC 1123, which may begin with a digit: the name of a namespace, e.g. `3scale`.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names
 */
export const DNS_LABEL: NameRule = {
  pattern: new RegExp(`^${LABEL}$`),
  bound: 'a DNS label (a-z, 0-9 and -, first and last a letter or digit, at most 63 characters)',
};

/**
 * A DNS subdomain of RFC 1123: the name of most objects, such as Secrets, ConfigMaps, StorageClasses, IngressClasses,
 * PriorityClasses and issuers.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names
 */
export const DNS_SUBDOMAIN: NameRule = {
  pattern: new RegExp(`^${SUBDOMAIN}$`),
  bound: 'a DNS subdomain (a-z, 0-9, - and ., each part first and last a letter or digit, at most 253 characters)',
};

/**
 * The value of a label, such as a zone (`PHX-AD-1`, `1`). Kubernetes takes an empty one as well.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
 */
export const LABEL_VALUE: NameRule = {
  pattern: new RegExp(`^${VALUE}$`),
  bound: 'the value of a label (letters, digits, -, _ and ., first and last a letter or digit, at most 63 characters)',
};

/**
 * The key of a label, an annotation or a taint: a name, with a DNS subdomain and a slash before it or not.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
 */
export const QUALIFIED_NAME: NameRule = {
  pattern: new RegExp(`^(${SUBDOMAIN.replace('$', '/')}/)?${VALUE}$`),
  bound: 'a key such as team or example.com/team (letters, digits, -, _ and ., at most 63 characters after the slash)',
};

/**
 * A key of a Secret or a ConfigMap.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/secret/#restriction-names-data
 */
export const DATA_KEY: NameRule = {
  pattern: /^(?!\.\.?$)[-._a-zA-Z0-9]{1,253}$/,
  bound: 'a key of a Secret (letters, digits, -, _ and ., at most 253 characters)',
};
