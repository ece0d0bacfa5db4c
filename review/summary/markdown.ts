import type { ClassifiedChange } from '../changes/classify';
import { objectOf } from '../diff/compare-manifests';
import type { FieldChange } from '../diff/field-change';
import { nameOf } from '../manifests/kubernetes-object';
import { dataChanges, type EnvironmentReview } from './review';
import { stateInWords } from './text';
import { ACCEPTANCE, EFFECT_WORDS, figureChangeInWords, restartInWords, valueInWords } from './words';

/** First line of a comment, by which a workflow finds the one that it wrote before. */
const COMMENT_MARKER = '<!-- efk-diff -->';

/** Longest comment that GitHub takes is 65,536 characters; GitLab takes more. */
const LONGEST_COMMENT = 60_000;

/** The review of environments as a comment on a pull request. What is too long for one is left out, and that is said. */
export function reviewMarkdown(reviews: readonly EnvironmentReview[], base: string): string {
  const risks = reviews.flatMap(dataChanges).length;
  const head = [
    COMMENT_MARKER,
    `## What this change deploys`,
    '',
    risks > 0
      ? `> **Data is lost or at risk in ${risks} ${risks === 1 ? 'change' : 'changes'}.** Read the steps below before you accept them with \`${ACCEPTANCE}\`.`
      : 'No data is at risk.',
    '',
    '',
  ].join('\n');
  const full = head + reviews.map((review) => environmentMarkdown(review, base, true)).join('\n');
  if (full.length <= LONGEST_COMMENT) return full;
  const short = head + reviews.map((review) => environmentMarkdown(review, base, false)).join('\n');
  const note = '\n_The fields are left out, the comment would be too long; run `efk diff` to see them._\n';
  return short.slice(0, LONGEST_COMMENT) + note;
}

function environmentMarkdown(review: EnvironmentReview, base: string, withFields: boolean): string {
  const { environment, changes, figures, respelled } = review;
  const spelling = respelled > 0 ? ` ${respelled} objects are only written differently.` : '';
  if (changes.length === 0)
    return `### ${environment}: ${stateInWords(review)}\n${spelling && `\n${spelling.trim()}\n`}`;
  return [
    `### ${environment}: ${stateInWords(review)} against \`${base}\``,
    '',
    '| object | effect | what happens |',
    '|---|---|---|',
    ...changes.map(row),
    '',
    ...(figures.length > 0
      ? [
          '| figure | change |',
          '|---|---|',
          ...figures.map((figure) => `| ${cell(figure.name)} | ${cell(figureChangeInWords(figure))} |`),
          '',
        ]
      : []),
    ...(spelling ? [spelling.trim(), ''] : []),
    ...changes.flatMap(stepsMarkdown),
    ...(withFields ? changes.flatMap(detailsMarkdown) : []),
  ].join('\n');
}

function row({ change, effect, data, reasons, restart }: ClassifiedChange): string {
  const risk = data === 'at risk' ? ', **data at risk**' : '';
  const words = data === 'lost' ? `**${EFFECT_WORDS[effect]}**` : EFFECT_WORDS[effect] + risk;
  const what = [...(restart ? [restartInWords(restart)] : []), ...reasons].join('; ');
  const sign = { added: 'new: ', removed: 'gone: ', changed: '' }[change.form];
  return `| ${sign}${cell(nameOf(objectOf(change)))} | ${words} | ${cell(what)} |`;
}

function stepsMarkdown({ change, steps }: ClassifiedChange): string[] {
  if (steps.length === 0) return [];
  return [`**${nameOf(objectOf(change))}**`, '', fenced('text', steps), ''];
}

function detailsMarkdown({ change }: ClassifiedChange): string[] {
  if (change.form !== 'changed') return [];
  const lines = change.fields.flatMap(fieldLines);
  return [
    `<details><summary>${html(nameOf(objectOf(change)))}</summary>`,
    '',
    fenced('diff', lines),
    '',
    '</details>',
    '',
  ];
}

function fieldLines({ path, before, after, form, hunks }: FieldChange): string[] {
  if (form === 'order') return [`! ${path}: another order`];
  if (form === 'text') return hunks.flatMap(({ section, lines }) => [`@@ ${path} ${section} @@`, ...lines]);
  return [
    `@@ ${path} @@`,
    ...(before === undefined ? [] : [`- ${valueInWords(before)}`]),
    ...(after === undefined ? [] : [`+ ${valueInWords(after)}`]),
  ];
}

/** A block of code whose fence is longer than any in it. */
function fenced(language: string, lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map(({ length }) => length)));
  const fence = '`'.repeat(longest + 1);
  return [fence + language, ...lines, fence].join('\n');
}

function cell(text: string): string {
  return html(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
