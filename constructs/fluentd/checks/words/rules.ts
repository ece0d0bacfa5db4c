import type { Mistake } from '../places';
import type { Configuration, ConfigurationRule, Severity } from '../rule';
import { unknownWords } from './known-words';

/** What was found in a configuration: four rules ask for it. */
const FOUND = new WeakMap<Configuration, Mistake[]>();

function found(configuration: Configuration): Mistake[] {
  const known = FOUND.get(configuration) ?? unknownWords(configuration);
  FOUND.set(configuration, known);
  return known;
}

function rule(name: string, severity: Severity, reason: string, word: Mistake['word']): ConfigurationRule {
  return {
    name,
    severity,
    reason,
    check: (configuration) => found(configuration).filter((mistake) => mistake.word === word),
  };
}

/** An element, a section or a parameter that Fluentd does not know: it warns, and goes on without. */
export const knownWord = rule(
  'known-word',
  'warning',
  'Fluentd goes on without what it does not know, with a line in its log that nobody reads.',
  undefined,
);

/** A plugin that the image does not have. */
export const pluginInImage = rule(
  'plugin-in-image',
  'error',
  'Fluentd does not start without a plugin that its configuration names.',
  'plugin',
);

/** A parameter or a section that is missing. */
export const requiredParameter = rule(
  'required-parameter',
  'error',
  'Fluentd does not start without a parameter that a plugin requires.',
  'required',
);

/** A word or a unit that Fluentd does not take, or misreads: `500ms` is 500 minutes. */
export const validValue = rule(
  'valid-value',
  'error',
  'Fluentd does not start with a word that it does not know, and misreads units: 500ms are 500 minutes.',
  'value',
);
