import { type Directive, walk } from '../../conf';
import type { Mistake } from '../places';
import type { ConfigurationRule, Surroundings } from '../rule';

/** Parameters that say for which major version of Elasticsearch requests are made. */
const VERSIONS = ['compatible_with', 'default_elasticsearch_version'];

/**
 * A client of another major version than Elasticsearch: `Content-Type version must be either version 8 or 7, but found 9`
 * is what it is answered: https://github.com/uken/fluent-plugin-elasticsearch/issues/1075.
 */
export const clientVersion: ConfigurationRule = {
  name: 'client-version',
  severity: 'error',
  reason: 'Elasticsearch refuses requests that are made for another major version.',
  check: ({ directives, surroundings }) => {
    const outputs = [...walk(directives)].filter(({ directive }) => isElasticsearch(directive));
    const server = serverOf(outputs[0]?.directive);
    // Of another server the version is not known.
    return outputs
      .filter(({ directive }) => serverOf(directive) === server)
      .flatMap(({ directive, path }) => mistakes([...path, directive], directive, surroundings));
  },
};

function isElasticsearch({ name, params = {} }: Directive): boolean {
  return ['match', 'store', 'secondary'].includes(name) && /^elasticsearch(_|$)/.test(String(params['@type'] ?? ''));
}

/** Where ours sends; the other plugin has many ways to say it, and is taken for one that sends to the same. */
function serverOf(directive: Directive | undefined): string | undefined {
  const url = directive?.params?.url;
  return typeof url === 'string' ? url : undefined;
}

function mistakes(
  path: readonly Directive[],
  { params = {} }: Directive,
  { clientMajor, serverMajor: server }: Surroundings,
): Mistake[] {
  const type = String(params['@type'] ?? '');
  if (server === undefined) return [];
  const said = VERSIONS.filter((param) => /^\d+$/.test(String(params[param])) && Number(params[param]) !== server);
  // Ours speaks HTTP itself, as `compatible_with` says.
  const client = type === 'elasticsearch_bulk' ? server : (clientMajor ?? server);
  return [
    ...said.map((param) => ({
      path,
      param,
      text: `must be the major version of Elasticsearch (${server}), got ${params[param]}; write ${server}`,
    })),
    ...(client === server
      ? []
      : [
          {
            path,
            text: `must be in an image with the client of the major version of Elasticsearch (${server}), got ${client}; choose the image for elasticsearch${server}`,
          },
        ]),
  ];
}
