import { filter } from '../plugins';
import { rubyFiles } from '../ruby/required';
import type { Stage } from './chain';

/** Gives JSON its fields, and every event a form that Elasticsearch stores: what it refuses would be a dead letter. */
export const FIT: Stage = {
  label: '@LOGS',
  comment: 'Logs with the fields of their JSON, in a form that Elasticsearch stores',
  directives: () => [filter.elasticsearchFit('**')],
  footprint: () => ({ rubyFiles: rubyFiles('filter_elasticsearch_fit') }),
};
