export { countMistakes, few, followsRule, mistakeIn, shown } from './mistakes';
export { DATA_KEY, DNS_LABEL, DNS_SUBDOMAIN, LABEL_VALUE, type NameRule, QUALIFIED_NAME } from './names';
export { isSharedNamespace, ownNamespaceMistake } from './namespaces';
