/** Forms that are not written here, and what is written instead. Between two words a comment may go on in its next line. */
const FORMS: readonly (readonly [form: RegExp, instead: string])[] = [
  [/\bcan[\s*/#]+not\b/gi, 'write cannot'],
  [/\banew\b/gi, 'write again'],
  [/\bwhoever\b/gi, 'name who it is, or write those who'],
];

/** One line per form in texts, by path, that is not written here. */
export function forbiddenForms(texts: ReadonlyMap<string, string>): string[] {
  return [...texts].flatMap(([path, text]) =>
    FORMS.flatMap(([form, instead]) =>
      [...text.matchAll(form)].map(({ 0: found, index }) => {
        const line = text.slice(0, index).split('\n').length;
        return `${path}:${line}: has ${JSON.stringify(found.replaceAll(/[\s*/#]+/g, ' '))}; ${instead}`;
      }),
    ),
  );
}
