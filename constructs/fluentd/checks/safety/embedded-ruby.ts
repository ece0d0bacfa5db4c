import { type Directive, type ParamValue, type Text, walk } from '../../conf';
import type { Mistake } from '../places';
import type { ConfigurationRule } from '../rule';

/** What reads the surroundings of the process, and what changes the text that it gets; anything else may do anything. */
const HARMLESS = new Set([
  ...['ENV', 'fetch', 'hostname', 'worker_id', 'Socket', 'gethostname', 'use_nil', 'use_default'],
  ...['nil', 'true', 'false', 'and', 'or', 'not', 'if', 'unless', 'then', 'else', 'end'],
  ...['File', 'read', 'IPSocket', 'getaddress', 'Base64', 'strict_decode64', 'decode64', 'unpack1'],
  ...['to_s', 'to_i', 'to_f', 'strip', 'chomp', 'downcase', 'upcase', 'capitalize', 'split', 'join', 'first', 'last'],
  ...['gsub', 'sub', 'tr', 'nil?', 'empty?', 'size', 'length', 'start_with?', 'end_with?', 'include?'],
]);

/** Tokens of code that does nothing but combine texts: literals, names, numbers, operators. No backquotes, no globals. */
const TOKEN = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\#])*"|[A-Za-z_]\w*\??|\d+|[\s()[\].,|&?:!=+\-<>]/y;

/**
 * Ruby that Fluentd runs when it reads a configuration, `"#{...}"`, and since 1.18 also in `[...]` and `{...}` without
 * quotes (https://github.com/fluent/fluentd/pull/4580). It can do what the process can: a configuration from elsewhere is a
 * program. Reading the environment is what it is meant for.
 *
 * @see https://docs.fluentd.org/configuration/config-file#embedded-ruby-code
 */
export const embeddedRuby: ConfigurationRule = {
  name: 'embedded-ruby',
  severity: 'error',
  reason: 'Fluentd runs the Ruby in a configuration when it starts, with all of its rights.',
  check: ({ directives }) =>
    [...walk(directives)].flatMap(({ directive, path: around }) => {
      const { argument, params = {} } = directive;
      const path = [...around, directive];
      return [
        ...(argument === undefined ? [] : mistakes(path, undefined, argument)),
        ...Object.entries(params).flatMap(([param, value]) => mistakes(path, param, value)),
      ];
    }),
};

function mistakes(path: readonly Directive[], param: string | undefined, value: ParamValue): Mistake[] {
  return codeOf(value)
    .filter((code) => !isHarmless(code))
    .map((code) => ({
      path,
      ...(param !== undefined && { param }),
      text: `must not run Ruby that does more than read the environment, got ${JSON.stringify(`#{${code}}`)}; write "#{ENV['NAME']}" and set that, or single quotes if it is meant as text`,
    }));
}

function codeOf(value: ParamValue | Text): string[] {
  if (typeof value !== 'object' || !('evaluated' in value)) return [];
  return value.evaluated.flatMap((part) => (typeof part === 'string' ? [] : [part.ruby]));
}

function isHarmless(code: string): boolean {
  let at = 0;
  while (at < code.length) {
    TOKEN.lastIndex = at;
    const [token] = TOKEN.exec(code) ?? [];
    if (token === undefined) return false;
    if (/^[A-Za-z_]/.test(token) && !HARMLESS.has(token)) return false;
    at += token.length;
  }
  return true;
}
