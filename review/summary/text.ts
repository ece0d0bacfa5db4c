import type { ClassifiedChange } from '../changes/classify';
import { objectOf } from '../diff/compare-manifests';
import type { FieldChange } from '../diff/field-change';
import { nameOf } from '../manifests/kubernetes-object';
import type { EnvironmentReview } from './review';
import { EFFECT_WORDS, figureChangeInWords, restartInWords, valueInWords } from './words';

/** How a word stands out: colours on a terminal, nothing elsewhere. */
export type Emphasis = (style: 'title' | 'added' | 'removed' | 'danger', text: string) => string;

/** The review of an environment for a terminal. */
export function reviewText(review: EnvironmentReview, base: string, emphasis: Emphasis): string {
  const { environment, changes, respelled, figures, state } = review;
  const spelling = respelled > 0 ? `, ${respelled} only written differently` : '';
  const title = emphasis('title', `${environment}: ${stateInWords(review)} against ${base}${spelling}`);
  if (state === 'unchanged') return `${title}\n`;
  const width = Math.max(0, ...figures.map(({ name }) => name.length));
  return [
    title,
    ...changes.map((change) => changeText(change, emphasis)),
    ...(figures.length > 0 ? ['  Figures'] : []),
    ...figures.map((figure) => `    ${figure.name.padEnd(width)}  ${figureChangeInWords(figure)}`),
    '',
  ].join('\n');
}

/** How many objects change, in words. */
export function stateInWords({ state, changes }: EnvironmentReview): string {
  const count = (word: string) => `${changes.length} ${word}${changes.length === 1 ? '' : 's'}`;
  if (state === 'new') return `all new, ${count('object')}`;
  if (state === 'removed') return `removed, ${count('object')}`;
  return state === 'unchanged' ? 'no change' : count('change');
}

function changeText(
  { change, effect, data, reasons, restart, steps, refusedByServer }: ClassifiedChange,
  emphasis: Emphasis,
) {
  const words = EFFECT_WORDS[effect];
  const label = data === 'kept' ? words : emphasis('danger', data === 'at risk' ? `${words}, DATA AT RISK` : words);
  const sign = { added: '+', removed: '-', changed: '~' }[change.form];
  return [
    `  ${sign} ${nameOf(objectOf(change))}: ${label}`,
    ...(restart ? [`      ${restartInWords(restart)}`] : []),
    ...reasons.map((reason) => `      ${reason}`),
    ...(refusedByServer && effect !== 'refused' ? ['      kubectl apply is refused: the field is immutable'] : []),
    ...steps.map((step) => `      > ${step}`),
    ...(change.form === 'changed' ? change.fields.flatMap((field) => fieldText(field, emphasis)) : []),
    '',
  ].join('\n');
}

function fieldText({ path, before, after, form, hunks }: FieldChange, emphasis: Emphasis): string[] {
  if (form === 'order') return [`    ${path}: another order`];
  if (form !== 'text') return [`    ${path}: ${valueInWords(before)} → ${valueInWords(after)}`];
  return [
    `    ${path}:`,
    ...hunks.flatMap(({ section, line, lines }) => [
      `      @ line ${line}${section && ` ${section}`}`,
      ...lines.map((text) => {
        const style = text.startsWith('+') ? 'added' : 'removed';
        return `      ${text.startsWith(' ') ? text : emphasis(style, text)}`;
      }),
    ]),
  ];
}
