import type { RuleCases } from './case';

const POD = 'job="fluentd",pod="fluentd-a"';
const OTHER = 'job="fluentd",pod="fluentd-b"';
const ON_A = { pod: 'fluentd-a', output: 'archive' };

/** Rules of outputs. */
export const SENDING_CASES: RuleCases = {
  NoLogsStored: {
    fires: {
      series: {
        [`fluentd_output_oldest_chunk_seconds{${POD},output="archive"}`]: '0+60x60',
        [`fluentd_output_sent_chunks_total{${POD},output="archive"}`]: '7x60',
        // Another output of the same pod takes logs.
        [`fluentd_output_oldest_chunk_seconds{${POD},output="elasticsearch"}`]: '5x60',
        [`fluentd_output_sent_chunks_total{${POD},output="elasticsearch"}`]: '0+10x60',
      },
      at: '30m',
      labels: ON_A,
      summary: 'Fluentd on fluentd-a has delivered nothing to archive for a quarter of an hour, though logs wait',
    },
    // It is behind, but delivers.
    quiet: {
      series: {
        [`fluentd_output_oldest_chunk_seconds{${POD},output="archive"}`]: '0+60x60',
        [`fluentd_output_sent_chunks_total{${POD},output="archive"}`]: '7x20 8x40',
      },
      at: '30m',
    },
    alsoQuiet: {
      'an archive that sends once an hour': {
        series: {
          [`fluentd_output_oldest_chunk_seconds{${POD},output="archive"}`]: '0x120',
          [`fluentd_output_sent_chunks_total{${POD},output="archive"}`]: '1x60 2x60',
        },
        at: '50m',
      },
      'a node that only sends to aggregators': {
        series: {
          [`fluentd_container_logs_events_total{${POD},route="r"}`]: '0+10x60',
          [`fluentd_output_oldest_chunk_seconds{${POD},output="aggregators"}`]: '0x60',
          [`fluentd_output_sent_chunks_total{${POD},output="aggregators"}`]: '0+10x60',
        },
        at: '30m',
      },
      'an output to which nothing is sent': {
        series: {
          [`fluentd_output_oldest_chunk_seconds{${POD},output="archive"}`]: '0x60',
          [`fluentd_output_sent_chunks_total{${POD},output="archive"}`]: '7x60',
        },
        at: '50m',
      },
    },
  },
  OutputUnreachable: {
    fires: {
      series: {
        [`fluentd_output_reachable{${POD},output="archive"}`]: '1 0x20',
        [`fluentd_output_reachable{${OTHER},output="archive"}`]: '0x20',
        [`fluentd_output_reachable{${POD},output="loki"}`]: '1x20',
      },
      at: '7m',
      labels: { output: 'archive' },
      summary: 'No server of the output archive accepts a connection of any node',
    },
    // One node reaches it.
    quiet: {
      series: {
        [`fluentd_output_reachable{${POD},output="archive"}`]: '0x20',
        [`fluentd_output_reachable{${OTHER},output="archive"}`]: '1x20',
      },
      at: '12m',
    },
    alsoQuiet: {
      'a restart of the server': {
        series: { [`fluentd_output_reachable{${POD},output="archive"}`]: '1 0x4 1x20' },
        at: '7m',
      },
    },
  },
  OutputUnreachableFromNode: {
    fires: {
      series: {
        [`fluentd_output_reachable{${POD},output="archive"}`]: '0x30',
        [`fluentd_output_reachable{${OTHER},output="archive"}`]: '1x30',
      },
      at: '16m',
      labels: ON_A,
      summary: 'fluentd-a cannot reach the output archive, which others reach',
    },
    // No node reaches it, which another alert tells.
    quiet: {
      series: {
        [`fluentd_output_reachable{${POD},output="archive"}`]: '0x30',
        [`fluentd_output_reachable{${OTHER},output="archive"}`]: '0x30',
      },
      at: '16m',
    },
  },
  OutputDropsLogs: {
    fires: {
      series: { [`fluentd_output_dropped_chunks_total{${POD},output="archive"}`]: '0 2x20' },
      at: '5m',
      labels: ON_A,
      summary: 'fluentd-a has dropped the oldest logs for archive: its part of the buffer was full',
    },
    quiet: { series: { [`fluentd_output_dropped_chunks_total{${POD},output="archive"}`]: '0 2x20' }, at: '12m' },
    alsoQuiet: {
      'a restart': {
        series: { [`fluentd_output_dropped_chunks_total{${POD},output="archive"}`]: '2x10 0x10' },
        at: '12m',
      },
    },
  },
  LogsSetAside: {
    fires: {
      series: { [`fluentd_node_used_bytes{${POD},purpose="backup"}`]: '0 4096x10' },
      at: '5m',
      labels: { pod: 'fluentd-a' },
      summary: '4kiB of logs on fluentd-a were set aside: an output could not use them',
    },
    quiet: {
      series: {
        [`fluentd_node_used_bytes{${POD},purpose="backup"}`]: '0x10',
        [`fluentd_node_used_bytes{${POD},purpose="buffer"}`]: '4096x10',
      },
      at: '5m',
    },
  },
};
