/** Names of our dashboards in addresses. They never change: others, and bookmarks, lead to them. */
export const UIDS = {
  collectors: 'efk-collectors',
  node: 'efk-node',
  ingest: 'efk-ingest',
  applications: 'efk-applications',
  elasticsearch: 'efk-elasticsearch',
  lifecycle: 'efk-lifecycle',
} as const;
