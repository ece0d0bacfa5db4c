import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ParsedDirective, Text } from '../../../constructs/fluentd/conf';
import { findFluentd } from '../../../local/fluentd';
import { temporaryFolder } from '../../temporary-folder';

/** A directive as Fluentd prints it; what it would evaluate is in hexadecimal between brackets. */
export interface Printed {
  readonly name: string;
  readonly argument: string;
  readonly params: Readonly<Record<string, string>>;
  readonly children: readonly Printed[];
}

/** What Fluentd makes of each text; nothing, if it refuses it. */
export async function readByFluentd(texts: readonly string[]): Promise<(Printed | undefined)[]> {
  const fluentd = await findFluentd({ report: console.log });
  const folder = temporaryFolder();
  const file = join(folder, 'texts.json');
  writeFileSync(file, JSON.stringify(texts));
  const options = { cwd: __dirname, folders: [folder] };
  const { code, stdout, stderr } = await fluentd.run('ruby', ['read_configurations.rb', file], options);
  if (code !== 0) throw new Error(stderr);
  const results: (Printed | { readonly error: string })[] = JSON.parse(stdout);
  return results.map((result) => ('error' in result ? undefined : printed(result)));
}

/** What Fluentd would print of what we read. */
export function asPrinted({ name, argument = '', params, children }: ParsedDirective): Printed {
  return printed({
    name,
    argument: textOf(argument),
    params: Object.fromEntries(Object.entries(params).map(([key, value]) => [key, textOf(value)])),
    children: children.map(asPrinted),
  });
}

function textOf(value: Text): string {
  if (typeof value === 'string') return value;
  if ('env' in value) return shown(`ENV['${value.env}']${value.base64 ? ".unpack1('m')" : ''}`);
  return value.evaluated.map((part) => (typeof part === 'string' ? part : shown(part.ruby))).join('');
}

function shown(ruby: string): string {
  return `⟦${Buffer.from(`"#{${ruby}}"`).toString('hex')}⟧`;
}

/** With JSON in one spelling: Fluentd writes its numbers in its own way. */
function printed({ params, children, ...directive }: Printed): Printed {
  const values = Object.entries(params).map(([key, value]) => [key, inOneSpelling(value)]);
  return { ...directive, params: Object.fromEntries(values), children: children.map(printed) };
}

function inOneSpelling(value: string): string {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.stringify(JSON.parse(value));
  } catch {
    return value;
  }
}
