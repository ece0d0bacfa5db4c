import { CORE_SCHEMA, load, Type, YAMLException } from 'js-yaml';

import { InputError } from '../errors';

const TRUE = /^(true|True|TRUE|yes|Yes|YES|on|On|ON)$/;
const FALSE = /^(false|False|FALSE|no|No|NO|off|Off|OFF)$/;
const INTEGER = /^[-+]?(0|[1-9][0-9]*|0[0-7]+|0o[0-7]+|0x[0-9a-fA-F]+|0b[01]+)$/;
const OLD_OCTAL = /^[-+]?0[0-7]+$/;

/** Reads what `kubectl` reads: YAML 1.1 where it differs, so that `defaultMode: 0644` is 420 and `on` is true. */
const KUBERNETES_SCHEMA = CORE_SCHEMA.extend({
  // A type takes the place of the one with the same tag, so each has all spellings.
  implicit: [
    new Type('tag:yaml.org,2002:bool', {
      kind: 'scalar',
      resolve: (text: unknown) => typeof text === 'string' && (TRUE.test(text) || FALSE.test(text)),
      construct: (text: string) => TRUE.test(text),
    }),
    new Type('tag:yaml.org,2002:int', {
      kind: 'scalar',
      resolve: (text: unknown) => typeof text === 'string' && INTEGER.test(text),
      construct: (text: string) => integerOf(text),
    }),
  ],
});

function integerOf(text: string): number {
  if (OLD_OCTAL.test(text)) return Number.parseInt(text, 8);
  const sign = text.startsWith('-') ? -1 : 1;
  return sign * Number(text.replace(/^[-+]/, ''));
}

/**
 * The value of one YAML document.
 *
 * @param file name of the file, for the message
 * @param firstLine line of the file on which `text` starts, from 1
 * @throws InputError if it is not valid
 */
export function parseYaml(text: string, file: string, firstLine = 1): unknown {
  try {
    return load(text, { schema: KUBERNETES_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = firstLine + (error.mark?.line ?? 0);
    throw new InputError(`[${file}:${line}] must be valid YAML, got an error: ${error.reason}; correct the line`);
  }
}

/** The value of a document of JSON or YAML inside of another one, or undefined if it is neither. */
export function tryParse(text: string): unknown {
  try {
    return load(text, { schema: KUBERNETES_SCHEMA });
  } catch {
    return undefined;
  }
}
