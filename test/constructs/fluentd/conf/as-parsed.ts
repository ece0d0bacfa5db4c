import type { Directive, ParamValue, ParsedDirective, Text } from '../../../../constructs/fluentd/conf';

/** A directive as it is read: every value is text, and nothing is left out. */
export interface Read {
  readonly name: string;
  readonly argument?: Text;
  readonly comment?: string;
  readonly params: Readonly<Record<string, Text>>;
  readonly children: readonly Read[];
}

/** What must be read of what was written for `directive`. */
export function asParsed({ name, argument, comment, params = {}, children = [] }: Directive): Read {
  return {
    name,
    ...(argument !== undefined && argument !== '' && { argument }),
    ...(comment !== undefined && { comment: comment.replace(/\r\n?/g, '\n') }),
    params: Object.fromEntries(Object.entries(params).map(([key, value]) => [key, text(value)])),
    children: children.map(asParsed),
  };
}

/** `parsed` without the places where things stand. */
export function withoutPlaces({ line, lastLine, paramLines, children, ...directive }: ParsedDirective): Read {
  return { ...directive, children: children.map(withoutPlaces) };
}

function text(value: ParamValue): Text {
  if (typeof value !== 'object') return String(value);
  return 'env' in value || 'evaluated' in value ? value : JSON.stringify(value);
}
