import { type Directive, parse, render } from '../../constructs/fluentd/conf';
import { type Configuration, configuration, type PipelineOptions } from '../../test/fluentd/run/configuration';
import { stockConfiguration } from './stock';
import type { Subject } from './trial';

/** The official image. */
export const STOCK: Subject = { name: 'stock', documents: 'lines', configure: stockConfiguration };

/** The default pipeline, with other options. */
export function ours(options: PipelineOptions = {}, name = 'ours'): Subject {
  return { name, documents: 'events', configure: (url) => configuration(url, options) };
}

/** The pipeline without its last stages: how much each of them costs is the difference. */
export const STAGES: readonly Subject[] = [
  {
    name: 'reads, joins, names',
    documents: 'nothing',
    configure: (url) => withoutStages(configuration(url), ['filter']),
  },
  { name: '... and fits', documents: 'nothing', configure: (url) => withoutStages(configuration(url), []) },
  ours({}, '... and sends'),
];

/** In the label of the logs nothing of the names stays, and nothing is sent. */
function withoutStages({ conf, plugins }: Configuration, names: readonly string[]): Configuration {
  const directives = parse(conf).map((directive) =>
    directive.name === 'label' && directive.argument === '@LOGS'
      ? { ...directive, children: short(directive) }
      : directive,
  );
  return { conf: render(directives), plugins };

  function short({ children = [] }: Directive): Directive[] {
    const kept = children.filter(({ name }) => name !== 'match' && !names.includes(name));
    return [...kept, { name: 'match', argument: '**', params: { '@type': 'null' } }];
  }
}
