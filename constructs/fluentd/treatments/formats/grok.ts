import type { Mistake } from '../../../core';
import type { FormatSection } from '../option';
import { patternMistakes, rubyPattern } from '../patterns';
import { GROK_PATTERNS } from './grok-patterns';
import { samplesMistakes } from './pattern';

/** Lines of a format of one's own, in the language of Logstash. */
export interface GrokFormat {
  /**
   * Matches a whole line, e.g. `%{IP:client.ip} %{WORD:http.request.method} %{NUMBER:http.response.status_code}`. What stands
   * between the parts is a regular expression. Write `%{GREEDYDATA}` for what may follow.
   */
  readonly grok: string;

  /** Lines that it must match, which is checked when it is synthesised. */
  readonly samples: readonly string[];
}

/** A part: its name, and the field that it is. The types of Logstash say nothing new: a number is one. */
const PART = /%\{([^{}:]*)(?::([^{}:]*))?(?::(?:int|float))?\}/g;

/** The name of a field. */
const FIELD = /^[\w@-]+(\.[\w@-]+)*$/;

/** A pattern of grok as a regular expression, the fields of its groups in order, and what is wrong with its parts. */
interface Translation {
  readonly source: string;
  readonly fields: readonly string[];
  readonly mistakes: readonly string[];
}

/** What is wrong with a format in the language of Logstash. */
export function grokMistakes({ grok, samples }: GrokFormat): Mistake[] {
  const { source, fields, mistakes } = translated(grok);
  const all = fields.length > 0 || mistakes.length > 0 ? mistakes : [noField(grok)];
  if (all.length > 0) return all.map((message) => ({ path: ['grok'], message }));
  const pattern = compiled(source);
  if (!pattern) {
    return [
      {
        path: ['grok'],
        message: `must be a regular expression between its parts, got ${JSON.stringify(grok)}; write \\ before characters that mean something, such as [ and (`,
      },
    ];
  }
  const unlike = patternMistakes(pattern, ['grok']);
  return unlike.length > 0 ? unlike : samplesMistakes(pattern, samples);
}

/** A format in the language of Logstash as the plugin reads it. */
export function grokParams({ grok }: GrokFormat): FormatSection {
  const { source, fields } = translated(grok);
  return { format: 'pattern', pattern: rubyPattern(new RegExp(source)), names: [...fields] };
}

function translated(grok: string): Translation {
  const fields: string[] = [];
  const mistakes: string[] = [];
  const body = grok.replace(PART, (part, name: string, field: string | undefined) => {
    const pattern = Object.hasOwn(GROK_PATTERNS, name) ? GROK_PATTERNS[name] : undefined;
    if (pattern === undefined) mistakes.push(unknownPart(name, part));
    if (field === undefined) return `(?:${pattern})`;
    if (!FIELD.test(field)) mistakes.push(badField(field, part));
    if (fields.includes(field)) mistakes.push(`must have each field once, got ${field} twice; rename one`);
    fields.push(field);
    return `(?<f${fields.length}>${pattern})`;
  });
  return { source: `^(?:${body})$`, fields, mistakes };
}

function compiled(source: string): RegExp | undefined {
  try {
    return new RegExp(source);
  } catch {
    return undefined;
  }
}

function noField(grok: string): string {
  return `must have a part with a field, got ${JSON.stringify(grok)}; write one as %{LOGLEVEL:log.level}`;
}

function unknownPart(name: string, part: string): string {
  return `must be made of known parts (${Object.keys(GROK_PATTERNS).join(', ')}), got ${part}; correct ${name || 'it'}, or write a regular expression`;
}

function badField(field: string, part: string): string {
  return `must name fields with letters, digits, _, @ and - between dots, got ${part}; rename ${JSON.stringify(field)}`;
}
