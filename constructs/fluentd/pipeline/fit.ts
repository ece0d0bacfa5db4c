import { filter } from '../plugins';
import { rubyFiles } from '../ruby/required';
import type { Stage } from './chain';

/**
 * Gives JSON its fields, and every event a form that Elasticsearch stores: what it refuses would be a dead letter.
 *
 * @param promote whether well-known fields get their places in the Elastic Common Schema
 */
export const fitting = (promote: boolean): Stage => ({
  label: '@LOGS',
  comment: 'Logs with the fields of their JSON, in a form that Elasticsearch stores',
  directives: () => [filter.elasticsearchFit('**', promote ? {} : { promote })],
  footprint: () => ({ rubyFiles: rubyFiles('filter_elasticsearch_fit') }),
});
