import type { ProvisionedObject } from '../../constructs/lifecycle';

/** What the distribution cannot take of a template, and what stands for it. */
const REPLACEMENTS: readonly [part: string, pattern: RegExp, replacement: string][] = [
  ['type constant_keyword', /"type":"constant_keyword"(,"value":"[^"]*")?/g, '"type":"keyword"'],
  ['type wildcard', /"type":"wildcard"/g, '"type":"keyword"'],
  ['type match_only_text', /"type":"match_only_text"/g, '"type":"text"'],
];

/** Kinds that the distribution can apply. */
const KINDS: readonly string[] = ['component template', 'index template'];

/** What is left of `objects` for a server without lifecycle management, snapshot policies and some types of fields. */
export function withoutMissingModules(objects: readonly ProvisionedObject[]): {
  readonly objects: ProvisionedObject[];
  readonly leftOut: string[];
} {
  const leftOut = new Set<string>();
  const kept = objects.filter(({ kind }) => KINDS.includes(kind) || !leftOut.add(`${kind}: checked otherwise`));
  const adapted = kept.map((object) => {
    let body = JSON.stringify(JSON.parse(object.body));
    for (const [part, pattern, replacement] of REPLACEMENTS) {
      const replaced = body.replace(pattern, replacement);
      if (replaced !== body) leftOut.add(`${object.kind}: ${part}`);
      body = replaced;
    }
    return { ...object, body: `${JSON.stringify(JSON.parse(body), null, 2)}\n` };
  });
  return { objects: adapted, leftOut: [...leftOut] };
}
