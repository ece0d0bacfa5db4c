import { dataStreamFields } from '../../core';
import type { Directive } from '../conf';
import { catchAll, namespaceRoutes, type Route } from '../routes';
import type { Stage } from './chain';

/**
 * Addresses every event: the data stream of its namespace is looked up in a table that is made once, so the time per
 * event does not depend on the number of routes. From here on the tag is the name of the route: a chunk of the output
 * then holds the events of one data stream, not of one file, and events that Elasticsearch refuses for a while keep
 * their address when they are sent again.
 */
export function routing(routes: readonly Route[]): Stage {
  return {
    label: '@ROUTE',
    comment: 'The namespace decides on the data stream; one route per line',
    directives: (next): Directive[] => [
      {
        name: 'filter',
        argument: '**',
        params: {
          '@type': 'record_modifier',
          // `time` is in `@timestamp` by now, and both were needed for the hash only.
          remove_keys: ['time', '_container'],
          prepare_value: table(routes),
        },
        children: [{ name: 'record', params: { data_stream: `\${${lookup(routes)}}` } }],
      },
      {
        name: 'match',
        argument: '**',
        params: { '@type': 'rewrite_tag_filter', '@label': next() },
        children: [{ name: 'rule', params: { key: '$.data_stream.dataset', pattern: '/^(.+)$/', tag: '$1' } }],
      },
    ],
  };
}

/**
 * Ruby that fills `@streams`, from namespace to the fields of its data stream. Names need no escaping: they were checked
 * to be datasets and DNS labels.
 */
function table(routes: readonly Route[]): string {
  const rest = catchAll(routes);
  const { type, namespace } = dataStreamFields('');
  return [
    `stream = ->(dataset) { { 'type' => '${type}', 'dataset' => dataset, 'namespace' => '${namespace}' }.freeze }`,
    '@streams = {',
    ...namespaceRoutes(routes).map(({ name, namespaces }) => `  '${name}' => %w[${namespaces.join(' ')}],`),
    '}.flat_map { |dataset, namespaces| namespaces.product([stream.(dataset)]) }.to_h',
    ...(rest ? [`@streams.default = stream.('${rest.name}')`] : []),
    '@streams.freeze',
  ].join('\n');
}

/** Without a route for everything else an unknown namespace is an error: the event becomes a dead letter. */
function lookup(routes: readonly Route[]): string {
  const namespace = 'record["kubernetes"]["namespace_name"]';
  return catchAll(routes) ? `@streams[${namespace}]` : `@streams.fetch(${namespace})`;
}
