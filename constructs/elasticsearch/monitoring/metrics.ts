/** Value of the label `job` of what the exporter serves. */
export const EXPORTER_JOB = 'elasticsearch-exporter';

/**
 * Metrics of the exporter that rules and dashboards ask for, of the collectors that are switched on. A test compares them with
 * those in the sources of the version that is deployed.
 *
 * @see https://github.com/prometheus-community/elasticsearch_exporter
 */
export const EXPORTER_METRICS = {
  collected: 'elasticsearch_scrape_success',
  health: 'elasticsearch_cluster_health_status',
  nodes: 'elasticsearch_cluster_health_number_of_nodes',
  activeShards: 'elasticsearch_cluster_health_active_shards',
  unassignedShards: 'elasticsearch_cluster_health_unassigned_shards',
  pendingTasks: 'elasticsearch_cluster_health_number_of_pending_tasks',
  taskWait: 'elasticsearch_cluster_health_task_max_waiting_in_queue_millis',
  shardsCapacity: 'elasticsearch_health_report_shards_capacity_status',
  stagnatingIndices: 'elasticsearch_health_report_ilm_stagnating_indices',
  heapUsed: 'elasticsearch_jvm_memory_used_bytes',
  heapMost: 'elasticsearch_jvm_memory_max_bytes',
  breakers: 'elasticsearch_breakers_tripped',
  rejected: 'elasticsearch_thread_pool_rejected_count',
  diskFree: 'elasticsearch_filesystem_data_available_bytes',
  diskSize: 'elasticsearch_filesystem_data_size_bytes',
  indexed: 'elasticsearch_indices_indexing_index_total',
  lifecycleStep: 'elasticsearch_ilm_index_status',
  lifecycleMode: 'elasticsearch_ilm_status',
  snapshotsTaken: 'elasticsearch_slm_stats_snapshots_taken_total',
  snapshotsFailed: 'elasticsearch_slm_stats_snapshots_failed_total',
  relocatingShards: 'elasticsearch_cluster_health_relocating_shards',
  initializingShards: 'elasticsearch_cluster_health_initializing_shards',
  indexTime: 'elasticsearch_indices_indexing_index_time_seconds_total',
  searches: 'elasticsearch_indices_search_query_total',
  searchTime: 'elasticsearch_indices_search_query_time_seconds',
  queued: 'elasticsearch_thread_pool_queue_count',
  cpu: 'elasticsearch_process_cpu_percent',
  collecting: 'elasticsearch_jvm_gc_collection_seconds_sum',
  streamSize: 'elasticsearch_data_stream_store_size_bytes',
} as const;

/** All series of a metric of the exporter. */
export function series(name: keyof typeof EXPORTER_METRICS, labels = ''): string {
  return `${EXPORTER_METRICS[name]}{job="${EXPORTER_JOB}"${labels && `,${labels}`}}`;
}
