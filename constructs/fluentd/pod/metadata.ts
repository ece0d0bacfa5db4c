import {
  CONFIG_HASH_ANNOTATION,
  followsRule,
  LABEL_VALUE,
  labels as labelsOf,
  type Mistake,
  mistakeIn,
  QUALIFIED_NAME,
  shown,
} from '../../core';

/** Labels and annotations by key. */
type Texts = Readonly<Record<string, string>>;

/** Keys of labels that the construct sets; a selector and a Service find the pods by some of them. */
const OWN_LABELS = Object.keys(labelsOf({ name: 'fluentd', instance: 'fluentd' }));

/**
 * What is wrong with the labels and annotations of a pod.
 *
 * @param clientLabels keys of labels by which the cluster lets the pod in
 */
export function metadataMistakes(
  { labels = {}, annotations = {} }: { readonly labels?: Texts; readonly annotations?: Texts },
  clientLabels: readonly string[],
): Mistake[] {
  return [
    ...Object.entries(labels).flatMap(([key, value]) => labelMistakes(['labels', key], key, value)),
    ...ownMistakes('labels', labels, [...OWN_LABELS, ...clientLabels], 'by which others find the pods'),
    ...Object.keys(annotations).flatMap((key) => keyMistakes(['annotations', key], key)),
    ...ownMistakes(
      'annotations',
      annotations,
      [CONFIG_HASH_ANNOTATION],
      'by which a changed configuration is rolled out',
    ),
  ];
}

/** What is wrong with a label, or with one that a node must have; an empty value is one. */
export function labelMistakes(path: Mistake['path'], key: string, value: string): Mistake[] {
  return [
    ...keyMistakes(path, key),
    ...mistakeIn(path, value === '' || followsRule(value, LABEL_VALUE), LABEL_VALUE.bound, value, 'correct it'),
  ];
}

/** What is wrong with the key of a label, an annotation or a taint. */
export function keyMistakes(path: Mistake['path'], key: string): Mistake[] {
  if (followsRule(key, QUALIFIED_NAME)) return [];
  return [{ path, message: `must be under ${QUALIFIED_NAME.bound}, got ${shown(key)}; correct it` }];
}

function ownMistakes(prop: string, texts: Texts, own: readonly string[], why: string): Mistake[] {
  return own
    .filter((key) => key in texts)
    .map((key) => ({
      path: [prop, key],
      message: `must not be given, since it is one of the construct, ${why}, got ${shown(texts[key])}; remove it`,
    }));
}
