import type { Text } from '../../conf';
import { ALL, type Tags } from './automaton';

/** The tags that a `<match>` or `<filter>` takes. */
export interface TagPattern {
  /** Tags that it takes at least. */
  readonly least: Tags;

  /** Tags that it takes at most. Both are the same, unless only Fluentd knows the pattern or it is a regular expression. */
  readonly most: Tags;
}

const NONE: Tags = { oneOf: [] };

/** The pattern behind the name of a directive; without one it takes everything (lib/fluent/agent.rb of Fluentd 1.19). */
export function tagPattern(argument: Text | undefined): TagPattern {
  if (argument === undefined || argument === '') return { least: ALL, most: ALL };
  if (typeof argument !== 'string') return { least: NONE, most: ALL };
  // Several patterns in one, with spaces between them.
  const patterns = argument.split(/\s+/).filter((pattern) => pattern !== '');
  const isRegexp = (pattern: string) => pattern.startsWith('/');
  const globs = patterns.filter((pattern) => !isRegexp(pattern)).map(glob);
  return { least: { oneOf: globs }, most: patterns.some(isRegexp) ? ALL : { oneOf: globs } };
}

/** What stands in braces, or the whole pattern: the alternatives before, and what is read of the current one. */
interface Choice {
  readonly before: Tags[];
  current: Tags[];
}

/** `**.` also takes nothing, at the beginning of a tag. */
const PREFIX: Tags = { oneOf: ['start', { sequence: ['any', { text: '.' }] }] };

/** One pattern, read as Fluentd does (GlobMatchPattern in lib/fluent/match.rb of 1.19): a dot waits for what follows it. */
function glob(pattern: string): Tags {
  const [first, stack]: [Choice, Choice[]] = [{ before: [], current: [] }, []];
  let isDot = false;
  for (const token of pattern.match(/\*\*\.?|\\.?|[\s\S]/g) ?? []) {
    const { current } = stack.at(-1) ?? first;
    if (isDot) current.push(token.startsWith('**') ? 'dotNext' : { text: '.' });
    isDot = token === '.';
    if (!isDot && !(stack.length > 0 && isChoosing(token, stack, first))) take(token, current, stack);
  }
  while (stack.length > 0) close(stack, first);
  return { sequence: first.current };
}

function take(token: string, current: Tags[], stack: Choice[]): void {
  if (token === '{') stack.push({ before: [], current: [] });
  else if (token === '**.') current.push(PREFIX);
  else if (token === '**') current.push('any');
  else if (token === '*') current.push('part');
  else current.push({ text: token.replace(/^\\/, '') });
}

/** Takes what ends an alternative in braces. */
function isChoosing(token: string, stack: Choice[], first: Choice): boolean {
  const top = stack.at(-1);
  if (token === '}') close(stack, first);
  else if (token === ',' && top) {
    top.before.push({ sequence: top.current });
    top.current = [];
  } else return false;
  return true;
}

function close(stack: Choice[], first: Choice): void {
  const { before, current } = stack.pop() ?? { before: [], current: [] };
  (stack.at(-1) ?? first).current.push({ oneOf: [...before, { sequence: current }] });
}
