import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Directive, parse, render } from '../../../constructs/fluentd/conf';
import type { Configuration } from '../run/configuration';
import type { FluentdPod } from '../run/fluentd-pod';
import { runCases } from './run-cases';

/** Writes down every record that passes, as Ruby shows it. */
const TAP = `# frozen_string_literal: true

require 'fluent/plugin/filter'

class TapFilter < Fluent::Plugin::Filter
  Fluent::Plugin.register_filter('tap', self)

  config_param :path, :string
  config_param :after, :string

  def filter(_tag, _time, record)
    File.write(@path, "after #{@after}: #{record.inspect.scrub[0, 4000]}\\n", mode: 'a')
    record
  end
end
`;

/** Each explanation is a run of its own; where everything fails, a few say enough. */
const MOST = 3;

let explanations = 0;

/** `error` with the records of a case before and after each stage, so that it is seen which of them made them what they are. */
export async function explained(error: unknown, pod: string, log: Buffer): Promise<unknown> {
  if (!(error instanceof Error) || explanations++ >= MOST) return error;
  let records = '';
  const look = ({ state }: FluentdPod) => {
    const file = join(state, 'tap');
    records = existsSync(file) ? readFileSync(file, 'utf8') : 'no record left the input\n';
  };
  const { documents } = await runCases(new Map([[pod, log]]), { change: tapped, look });
  const stored = (documents.get(pod) ?? []).map((document) => `stored: ${JSON.stringify(document).slice(0, 4_000)}\n`);
  error.message += `\nwritten:\n${log.toString().slice(0, 4_000)}\n${records}${stored.join('')}`;
  return error;
}

/** Behind the input and behind every filter of the label a record is written down. */
function tapped({ conf, plugins }: Configuration): Configuration {
  const directives = parse(conf).map((directive) =>
    directive.name === 'label' && directive.argument === '@LOGS'
      ? { ...directive, children: (directive.children ?? []).flatMap(withTap) }
      : directive,
  );
  return { conf: render(directives), plugins: { ...plugins, 'filter_tap.rb': TAP } };
}

function withTap(directive: Directive, index: number, all: readonly Directive[]): Directive[] {
  const before = all[index - 1]?.params?.['@type'] ?? 'container_logs';
  const params = { '@type': 'tap', path: '/var/lib/fluentd/tap', after: String(before) };
  return [{ name: 'filter', argument: '**', params }, directive];
}
