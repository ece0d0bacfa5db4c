import { KNOWN_SECRETS, type Redaction } from '../../constructs/fluentd';
import { choice, list, pattern, section, shaped, value, words } from '../values';

/** What stands for what was redacted. */
const form = choice(['mask', 'hash']).optional();

/** A kind of secret that is known by name. */
const known = section({
  /** Which. */
  pattern: value(
    (input) => KNOWN_SECRETS.some((name) => name === input),
    `one of ${KNOWN_SECRETS.join(', ')}, or a regular expression`,
    'choose one, or write it as /.../',
  ),
  /** What stands for it. */
  with: form,
});

/** A kind of secret of one's own. */
const own = section({
  /** What it is called. */
  name: words,
  /** What it looks like. */
  pattern,
  /** Texts in which the pattern finds something. */
  samples: list(words),
  /** What stands for it. */
  with: form,
});

/** What must not be stored. */
export const redactions = list(
  shaped<Redaction>(
    (input) => {
      if (typeof input !== 'object' || input === null) return undefined;
      return 'pattern' in input && input.pattern instanceof RegExp ? own : known;
    },
    'an object with pattern',
    "write it as { pattern: 'email' } or { name, pattern: /.../, samples: [...] }",
  ),
);
