import { expect, test } from 'vitest';

import { elasticsearchRules } from '../../../../constructs/elasticsearch';

test('a cluster without snapshots has no rules for them', () => {
  const names = (snapshotPolicies?: string[]) =>
    elasticsearchRules({ nodes: 12, snapshotPolicies }).map(({ name }) => name);
  expect(names()).not.toContain('elasticsearch-snapshots');
  expect(names(['logs-audit'])).toContain('elasticsearch-snapshots');
});

test('disks are compared with the watermarks that sizes are planned with', () => {
  const expressions = elasticsearchRules({ nodes: 12 }).flatMap(({ rules }) => rules.map(({ expr }) => expr));
  expect(expressions).toContain(
    'elasticsearch_filesystem_data_available_bytes{job="elasticsearch-exporter"} < ' +
      'clamp_max(0.05 * elasticsearch_filesystem_data_size_bytes{job="elasticsearch-exporter"}, 107374182400)',
  );
  expect(expressions).toContain('elasticsearch_cluster_health_number_of_nodes{job="elasticsearch-exporter"} < 12');
});
