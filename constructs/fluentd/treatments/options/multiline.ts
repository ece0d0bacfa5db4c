import type { Mistake } from '../../../core';
import type { Option } from '../option';
import { patternMistakes, rubyPattern, sampleMistakes } from '../patterns';

/** A language whose traces are known. */
export type TraceLanguage =
  | 'dotnet'
  | 'elixir'
  | 'erlang'
  | 'go'
  | 'java'
  | 'node'
  | 'php'
  | 'python'
  | 'ruby'
  | 'rust'
  | 'swift';

/** Languages whose traces are known. */
export const TRACE_LANGUAGES = [
  'dotnet',
  'elixir',
  'erlang',
  'go',
  'java',
  'node',
  'php',
  'python',
  'ruby',
  'rust',
  'swift',
] as const satisfies readonly TraceLanguage[];

/** Events by their first line. */
export interface FirstLine {
  /** Matches the first line of an event, of which it sees 2,000 bytes. Lines that it does not match continue the event. */
  readonly firstLine: RegExp;

  /** First lines, which it must match; this is checked when it is synthesised. */
  readonly samples: readonly string[];
}

/** Which lines are one event: none, those of the traces of a language or of several, or all from a first line on. */
export type Multiline = 'off' | TraceLanguage | readonly TraceLanguage[] | FirstLine;

/** Joins lines to events, which the input does: before it is complete, nothing can be done to an event. */
export const MULTILINE: Option<Multiline> = {
  mistakes: (multiline) => {
    if (typeof multiline === 'string') return [];
    return 'firstLine' in multiline ? firstLineMistakes(multiline) : languageMistakes(multiline);
  },
  params: () => ({}),
  inputParams: (multiline) => {
    if (multiline === 'off') return { multiline: false };
    if (typeof multiline === 'string') return { languages: [multiline] };
    return 'firstLine' in multiline ? { first_line: rubyPattern(multiline.firstLine) } : { languages: [...multiline] };
  },
};

function firstLineMistakes({ firstLine, samples }: FirstLine): Mistake[] {
  const mistakes = patternMistakes(firstLine, ['firstLine']);
  if (mistakes.length > 0) return mistakes;
  return samples.length > 0
    ? sampleMistakes(firstLine, samples, ['samples'])
    : [{ path: ['samples'], message: 'must have a first line of an event, got []; copy one of a log' }];
}

function languageMistakes(languages: readonly TraceLanguage[]): Mistake[] {
  return languages.flatMap((name, index) => {
    const before = languages.indexOf(name);
    return before === index
      ? []
      : [{ path: [index], message: `must be another language, got ${name} as at [${before}]; remove it` }];
  });
}
