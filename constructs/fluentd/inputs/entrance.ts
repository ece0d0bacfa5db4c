import { dataStreamFields } from '../../core';
import type { Label } from '../conf';
import type { Installation } from '../installation';
import { ENV, PATHS } from '../paths';
import { match } from '../plugins';
import { rubyFiles } from '../ruby/required';
import type { Input } from './input';
import type { InputContext } from './kind';
import { kindOf } from './kinds';
import type { LogInput } from './log-input';

/** How labels of inputs begin. */
export const INPUT_LABELS = '@INPUT_';

/**
 * An input as a part of the pipeline: its sources, and a label in which their events are completed and enter the way of all
 * logs. Its mistakes are those of `inputMistakes`; it must have none.
 */
export function logInput(input: LogInput, own: Installation): Input {
  const { name, route, treatment } = input;
  const chosen = kindOf(input);
  const label: Label = `${INPUT_LABELS}${name.toUpperCase().replaceAll('-', '_')}`;
  const context: InputContext = { name, id: `input-${name}`, label, state: `${PATHS.state}/inputs/${name}`, own };
  return {
    mistakes: () => [],
    footprint: () => {
      const { rubyFiles: files, ...footprint } = chosen?.kind.footprint(chosen.options, context) ?? {};
      return { ...footprint, rubyFiles: { ...files, ...rubyFiles('out_input_events') } };
    },
    directives: (next) => {
      if (!chosen) return [];
      const parts = chosen.kind.parts(chosen.options, context);
      const { sources, filters = [], fields, identity, pathField, ofNode = false } = parts;
      const entrance = match.inputEvents('**', {
        '@label': next,
        input: name,
        route,
        data_stream: { ...dataStreamFields(route) },
        ...(treatment !== undefined && { treatment }),
        ...(fields && { fields: [...fields] }),
        ...(identity && { identity: [...identity] }),
        ...(pathField !== undefined && { path_field: pathField }),
        ...(ofNode && { node_name: { env: ENV.node } }),
      });
      return [
        ...sources,
        { name: 'label', argument: label, comment: `Logs of the input ${name}`, children: [...filters, entrance] },
      ];
    },
  };
}
