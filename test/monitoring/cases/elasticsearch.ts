import type { RuleCases } from './case';

const JOB = 'job="elasticsearch-exporter"';
const POD = `${JOB},pod="exporter-a"`;
const CLUSTER = `${POD},cluster="logs"`;
const NODE = `${CLUSTER},name="hot-0"`;
const LABELS = { job: 'elasticsearch-exporter', pod: 'exporter-a', cluster: 'logs' };
const GIB = 2 ** 30;

/** Shows that Elasticsearch answers. */
const ANSWERS = { [`elasticsearch_cluster_health_number_of_nodes{${CLUSTER}}`]: '3x999' };

/** A disk of 100 GiB, of which so much is free. */
function disk(free: string) {
  return {
    [`elasticsearch_filesystem_data_available_bytes{${NODE}}`]: free,
    [`elasticsearch_filesystem_data_size_bytes{${NODE}}`]: `${100 * GIB}x999`,
  };
}

/** A disk of 10 TiB, where the most that Elasticsearch keeps free counts. */
function largeDisk(free: string) {
  return {
    [`elasticsearch_filesystem_data_available_bytes{${NODE}}`]: free,
    [`elasticsearch_filesystem_data_size_bytes{${NODE}}`]: `${10240 * GIB}x999`,
  };
}

/** Of the rules of Elasticsearch, for a cluster of three nodes. */
export const ELASTICSEARCH_CASES: RuleCases = {
  ElasticsearchUnwatched: {
    fires: {
      series: { [`up{${POD}}`]: '0x20' },
      at: '11m',
      summary: 'The exporter of Elasticsearch serves no metrics: nobody knows how the cluster is',
    },
    quiet: { series: { [`up{${POD}}`]: '0x8 1x20' }, at: '11m' },
  },
  ElasticsearchUnreachable: {
    fires: {
      series: { [`up{${POD}}`]: '1x20' },
      at: '6m',
      labels: { job: 'elasticsearch-exporter' },
      summary: 'Elasticsearch does not answer the exporter: logs are neither stored nor found',
    },
    quiet: { series: { [`up{${POD}}`]: '1x20', ...ANSWERS }, at: '6m' },
  },
  ElasticsearchMetricsIncomplete: {
    fires: {
      series: { [`elasticsearch_scrape_success{${POD},collector="ilm"}`]: '0x20', ...ANSWERS },
      at: '16m',
      labels: { job: 'elasticsearch-exporter', pod: 'exporter-a', collector: 'ilm' },
      summary: 'The exporter gets no metrics of ilm: alerts that need them cannot come',
    },
    // Elasticsearch as a whole is away, which another alert tells.
    quiet: { series: { [`elasticsearch_scrape_success{${POD},collector="ilm"}`]: '0x20' }, at: '16m' },
  },
  ElasticsearchRed: {
    fires: {
      series: { [`elasticsearch_cluster_health_status{${CLUSTER},color="red"}`]: '1x20' },
      at: '6m',
      labels: { ...LABELS, color: 'red' },
      summary: 'Elasticsearch is red: some logs can be neither found nor stored',
    },
    quiet: { series: { [`elasticsearch_cluster_health_status{${CLUSTER},color="red"}`]: '1x3 0 1x3' }, at: '7m' },
  },
  ElasticsearchYellow: {
    fires: {
      series: { [`elasticsearch_cluster_health_status{${CLUSTER},color="yellow"}`]: '1x60' },
      at: '31m',
      labels: { ...LABELS, color: 'yellow' },
      summary: 'Elasticsearch has been yellow for half an hour: some logs have a copy less than they should',
    },
    quiet: { series: { [`elasticsearch_cluster_health_status{${CLUSTER},color="yellow"}`]: '1x20 0 1x60' }, at: '40m' },
  },
  ElasticsearchNodeMissing: {
    fires: {
      series: { [`elasticsearch_cluster_health_number_of_nodes{${CLUSTER}}`]: '2x30' },
      at: '16m',
      labels: LABELS,
      summary: '2 of 3 nodes are in the cluster',
    },
    quiet: { series: { [`elasticsearch_cluster_health_number_of_nodes{${CLUSTER}}`]: '2x10 3 2x10' }, at: '16m' },
  },
  ElasticsearchHeapFull: {
    fires: {
      series: {
        [`elasticsearch_jvm_memory_used_bytes{${NODE},area="heap"}`]: '90x40',
        [`elasticsearch_jvm_memory_max_bytes{${NODE},area="heap"}`]: '100x40',
      },
      at: '30m',
      labels: { ...LABELS, name: 'hot-0', area: 'heap' },
      summary: 'The heap of hot-0 has not been below 90% for a quarter of an hour',
    },
    // Garbage is collected now and then.
    quiet: {
      series: {
        [`elasticsearch_jvm_memory_used_bytes{${NODE},area="heap"}`]: '95x9 60 95x9 60 95x9 60 95x9',
        [`elasticsearch_jvm_memory_max_bytes{${NODE},area="heap"}`]: '100x40',
      },
      at: '30m',
    },
  },
  ElasticsearchBreakerTripped: {
    fires: {
      series: { [`elasticsearch_breakers_tripped{${NODE},breaker="parent"}`]: '7x5 9x20' },
      at: '10m',
      labels: { name: 'hot-0', breaker: 'parent' },
      summary: 'hot-0 has refused requests that would have taken too much memory (parent)',
    },
    quiet: { series: { [`elasticsearch_breakers_tripped{${NODE},breaker="parent"}`]: '9x30' }, at: '20m' },
  },
  ElasticsearchTasksWait: {
    fires: {
      series: { [`elasticsearch_cluster_health_task_max_waiting_in_queue_millis{${CLUSTER}}`]: '45000x20' },
      at: '6m',
      labels: LABELS,
      summary: 'Changes of the cluster have waited for 45000 ms: its master does not keep up',
    },
    quiet: {
      series: { [`elasticsearch_cluster_health_task_max_waiting_in_queue_millis{${CLUSTER}}`]: '30000x20' },
      at: '6m',
    },
  },
  ElasticsearchRejectsWrites: {
    fires: {
      series: { [`elasticsearch_thread_pool_rejected_count{${NODE},type="write"}`]: '0+5x40' },
      at: '20m',
      labels: { name: 'hot-0' },
      summary: 'hot-0 has refused writes for ten minutes; Fluentd sends them again, later and later',
    },
    quiet: {
      series: {
        [`elasticsearch_thread_pool_rejected_count{${NODE},type="write"}`]: '5x40',
        [`elasticsearch_thread_pool_rejected_count{${NODE},type="search"}`]: '0+5x40',
      },
      at: '20m',
    },
  },
  ElasticsearchShardsNearLimit: {
    fires: {
      series: {
        [`elasticsearch_health_report_shards_capacity_status{${CLUSTER},color="green"}`]: '0x20',
        [`elasticsearch_health_report_shards_capacity_status{${CLUSTER},color="yellow"}`]: '1x20',
        [`elasticsearch_health_report_shards_capacity_status{${CLUSTER},color="red"}`]: '0x20',
      },
      at: '6m',
      labels: { job: 'elasticsearch-exporter', cluster: 'logs' },
      summary: 'The cluster has nearly as many shards as it may have; then no index can be made any more',
    },
    quiet: {
      series: {
        [`elasticsearch_health_report_shards_capacity_status{${CLUSTER},color="green"}`]: '1x20',
        [`elasticsearch_health_report_shards_capacity_status{${CLUSTER},color="yellow"}`]: '0x20',
        [`elasticsearch_health_report_shards_capacity_status{${CLUSTER},color="red"}`]: '0x20',
      },
      at: '6m',
    },
  },
  ElasticsearchDiskFullInHours: {
    fires: {
      // 40 GiB free, and 6 GiB less every hour.
      series: disk(`${60 * GIB}-${0.1 * GIB}x999`),
      at: '5h',
      labels: { ...LABELS, name: 'hot-0' },
      summary: 'The disk of hot-0 is so full within six hours that it takes no more logs, if it goes on like this',
    },
    quiet: { series: disk(`${90 * GIB}-${0.1 * GIB}x999`), at: '5h' },
  },
  ElasticsearchDiskHigh: {
    fires: {
      series: disk(`${9 * GIB}x60`),
      at: '16m',
      labels: { ...LABELS, name: 'hot-0' },
      summary: 'The disk of hot-0 has 9GiB left: Elasticsearch moves shards away from it',
    },
    quiet: { series: largeDisk(`${151 * GIB}x60`), at: '16m' },
  },
  ElasticsearchDiskFull: {
    fires: {
      series: largeDisk(`${99 * GIB}x60`),
      at: '2m',
      labels: { ...LABELS, name: 'hot-0' },
      summary: 'The disk of hot-0 has 99GiB left: every index on it refuses logs',
    },
    quiet: { series: disk(`${5.1 * GIB}x60`), at: '2m' },
  },
  LifecycleStepFailed: {
    fires: {
      series: {
        [`elasticsearch_ilm_index_status{${POD},index=".ds-logs-a-1",phase="warm",action="shrink",step="ERROR"}`]:
          '1x60',
      },
      at: '16m',
      labels: { job: 'elasticsearch-exporter', index: '.ds-logs-a-1', phase: 'warm', action: 'shrink' },
      summary: 'The lifecycle of .ds-logs-a-1 has stopped in warm/shrink: it fills its disk',
    },
    quiet: {
      series: {
        [`elasticsearch_ilm_index_status{${POD},index=".ds-logs-a-1",phase="warm",action="shrink",step="shrink"}`]:
          '1x60',
      },
      at: '16m',
    },
  },
  LifecycleStuck: {
    fires: {
      series: { [`elasticsearch_health_report_ilm_stagnating_indices{${CLUSTER}}`]: '2x90' },
      at: '61m',
      labels: LABELS,
      summary: '2 indices do not go on in their lifecycle',
    },
    quiet: { series: { [`elasticsearch_health_report_ilm_stagnating_indices{${CLUSTER}}`]: '2x30 0 2x60' }, at: '61m' },
  },
  LifecycleStopped: {
    fires: {
      series: { [`elasticsearch_ilm_status{${POD},operation_mode="RUNNING"}`]: '0x60' },
      at: '31m',
      labels: { job: 'elasticsearch-exporter', pod: 'exporter-a', operation_mode: 'RUNNING' },
      summary: 'Lifecycle management is stopped: no log is moved or deleted, and disks fill up',
    },
    quiet: {
      series: {
        [`elasticsearch_ilm_status{${POD},operation_mode="RUNNING"}`]: '1x60',
        [`elasticsearch_ilm_status{${POD},operation_mode="STOPPED"}`]: '0x60',
      },
      at: '31m',
    },
  },
  SnapshotFailed: {
    fires: {
      // The first run of a policy, so that the counter is there for the first time.
      series: { [`elasticsearch_slm_stats_snapshots_failed_total{${POD},policy="logs-audit"}`]: '_x5 1x20' },
      every: '5m',
      at: '1h',
      labels: { job: 'elasticsearch-exporter', pod: 'exporter-a', policy: 'logs-audit' },
      summary: 'Snapshots of logs-audit have failed within a day',
    },
    quiet: {
      series: { [`elasticsearch_slm_stats_snapshots_failed_total{${POD},policy="logs-audit"}`]: '1x400' },
      every: '5m',
      at: '26h',
    },
  },
  SnapshotTooOld: {
    fires: {
      series: { [`elasticsearch_slm_stats_snapshots_taken_total{${POD},policy="logs-audit"}`]: '7x700' },
      every: '5m',
      at: '50h',
      labels: { job: 'elasticsearch-exporter', pod: 'exporter-a', policy: 'logs-audit' },
      summary: 'logs-audit has taken no snapshot for 2d: logs that are deleted now are kept nowhere',
    },
    quiet: {
      series: { [`elasticsearch_slm_stats_snapshots_taken_total{${POD},policy="logs-audit"}`]: '7x300 8x300' },
      every: '5m',
      at: '50h',
    },
  },
  SnapshotNever: {
    fires: {
      series: { [`elasticsearch_slm_stats_snapshots_taken_total{${POD},policy="logs-standard"}`]: '7x700' },
      every: '5m',
      at: '49h',
      labels: { job: 'elasticsearch-exporter', policy: 'logs-audit' },
      summary: 'logs-audit has never taken a snapshot',
    },
    quiet: {
      series: {
        [`elasticsearch_slm_stats_snapshots_taken_total{${POD},policy="logs-audit"}`]: '_x500 1x200',
        [`elasticsearch_slm_stats_snapshots_taken_total{${POD},policy="logs-standard"}`]: '7x700',
      },
      every: '5m',
      at: '49h',
    },
  },
};
