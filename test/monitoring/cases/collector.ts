import type { RuleCases } from './case';

const POD = 'job="fluentd",pod="fluentd-a"';
const LABELS = { job: 'fluentd', pod: 'fluentd-a' };

/** By the name of the alert: a case in which it fires, and one in which it nearly does. */
export const COLLECTOR_CASES: RuleCases = {
  FluentdDown: {
    fires: {
      series: { [`up{${POD}}`]: '1 1 0x10' },
      at: '8m',
      labels: LABELS,
      summary: 'Fluentd on fluentd-a serves no metrics: the logs of its node may not be collected',
    },
    quiet: { series: { [`up{${POD}}`]: '1 1 0 0 0 1x10' }, at: '8m' },
  },
  FluentdAbsent: {
    fires: {
      series: { 'up{job="other"}': '1x20' },
      at: '11m',
      labels: { job: 'fluentd' },
      summary: 'No Fluentd is scraped: nobody knows whether logs are collected',
    },
    quiet: { series: { [`up{${POD}}`]: '0x20' }, at: '11m' },
  },
  FluentdRestarts: {
    fires: {
      series: { [`fluentd_container_logs_events_total{${POD},route="r"}`]: '9 1 9 1 9 1 9 1 9' },
      at: '8m',
      labels: { pod: 'fluentd-a' },
      summary: 'Fluentd on fluentd-a has begun again 4 times within an hour',
    },
    quiet: { series: { [`fluentd_container_logs_events_total{${POD},route="r"}`]: '9 1 9 1 9 1 9' }, at: '8m' },
  },
  LogsLost: {
    fires: {
      series: { [`fluentd_container_logs_lost_bytes_total{${POD}}`]: '0 0 2048x10' },
      at: '10m',
      labels: { pod: 'fluentd-a' },
      summary: '2kiB of logs on the node of fluentd-a were removed before they were read',
    },
    quiet: { series: { [`fluentd_container_logs_lost_bytes_total{${POD}}`]: '2048x20' }, at: '15m' },
  },
  LogFilesLost: {
    fires: {
      series: { [`fluentd_container_logs_lost_files_total{${POD}}`]: '0 3x10' },
      at: '10m',
      labels: { pod: 'fluentd-a' },
      summary: '3 log files on the node of fluentd-a were removed before they were known to be read',
    },
    quiet: { series: { [`fluentd_container_logs_lost_files_total{${POD}}`]: '3x20' }, at: '15m' },
  },
  LogsUnreadable: {
    fires: {
      series: { [`fluentd_container_logs_read_errors_total{${POD}}`]: '0+1x30' },
      at: '15m',
      labels: { pod: 'fluentd-a' },
      summary: 'Fluentd on fluentd-a cannot read files of logs',
    },
    quiet: { series: { [`fluentd_container_logs_read_errors_total{${POD}}`]: '0 1x30' }, at: '15m' },
  },
  LogReadingPaused: {
    fires: {
      series: { [`fluentd_container_logs_pauses_total{${POD},route="payments"}`]: '0+50x30' },
      at: '20m',
      labels: { pod: 'fluentd-a', route: 'payments' },
      summary: 'Fluentd on fluentd-a has stopped reading the logs of payments: its buffer is full or fails',
    },
    quiet: { series: { [`fluentd_container_logs_pauses_total{${POD},route="payments"}`]: '0+10x30' }, at: '20m' },
  },
  ElasticsearchRefusesLogs: {
    fires: {
      series: { [`fluentd_output_failing_seconds{${POD},output="elasticsearch"}`]: '0+60x30' },
      at: '11m',
      labels: { pod: 'fluentd-a', output: 'elasticsearch' },
      summary: 'Fluentd on fluentd-a could send nothing to elasticsearch for 11m 0s',
    },
    quiet: { series: { [`fluentd_output_failing_seconds{${POD},output="elasticsearch"}`]: '0+60x30' }, at: '10m' },
  },
  LogBufferFullInHours: {
    fires: {
      series: { [`fluentd_output_buffer_room_ratio{${POD}}`]: '1-0.01x60' },
      at: '45m',
      labels: LABELS,
      summary: 'The buffer of fluentd-a is full within two hours if it goes on like this',
    },
    quiet: { series: { [`fluentd_output_buffer_room_ratio{${POD}}`]: '0.99-0.001x60' }, at: '45m' },
  },
  LogBufferFull: {
    fires: {
      series: { [`fluentd_output_buffer_room_ratio{${POD}}`]: '0.04x20' },
      at: '6m',
      labels: LABELS,
      summary: 'The buffer of fluentd-a has 4% of its room left; then reading stops',
    },
    quiet: { series: { [`fluentd_output_buffer_room_ratio{${POD}}`]: '0.05x20' }, at: '6m' },
  },
  NoLogsStored: {
    fires: {
      series: {
        [`fluentd_container_logs_events_total{${POD},route="r"}`]: '0+10x60',
        [`fluentd_elasticsearch_bulk_documents_total{${POD},route="r",result="stored"}`]: '7x60',
      },
      at: '30m',
      labels: { pod: 'fluentd-a' },
      summary: 'Fluentd on fluentd-a reads logs, but has stored none for a quarter of an hour',
    },
    quiet: {
      series: {
        [`fluentd_container_logs_events_total{${POD},route="r"}`]: '0+10x60',
        [`fluentd_elasticsearch_bulk_documents_total{${POD},route="r",result="stored"}`]: '7x20 8x40',
      },
      at: '30m',
    },
  },
  DeadLetters: {
    fires: {
      series: { [`fluentd_dead_letters_records_total{${POD},route="payments",reason="mapping"}`]: '0 10x20' },
      at: '10m',
      labels: { pod: 'fluentd-a', route: 'payments', reason: 'mapping' },
      summary: '10 logs of payments could be stored in no form (mapping)',
    },
    quiet: {
      series: { [`fluentd_dead_letters_records_total{${POD},route="payments",reason="mapping"}`]: '10x20' },
      at: '10m',
    },
  },
  DeadLettersRemoved: {
    fires: {
      series: {
        [`fluentd_dead_letters_removed_records_total{${POD}}`]: '0 5x20',
        [`fluentd_dead_letters_lost_records_total{${POD}}`]: '0x20',
      },
      at: '8m',
      labels: { pod: 'fluentd-a' },
      summary: 'Dead letters on the node of fluentd-a were lost: there was no room for them',
    },
    quiet: {
      series: {
        [`fluentd_dead_letters_removed_records_total{${POD}}`]: '5x20',
        [`fluentd_dead_letters_lost_records_total{${POD}}`]: '0x20',
      },
      at: '8m',
    },
  },
  AbnormalLogs: {
    fires: {
      series: {
        'fluentd_log_metrics_abnormal_logs{job="fluentd",pod="a",route="r",namespace="shop",container="cart"}': '0 6x5',
        'fluentd_log_metrics_abnormal_logs{job="fluentd",pod="b",route="r",namespace="shop",container="cart"}': '0 4x5',
      },
      at: '1m',
      labels: { route: 'r', namespace: 'shop', container: 'cart' },
      summary: 'shop/cart has written 10 abnormal logs within 3m',
    },
    quiet: {
      series: {
        'fluentd_log_metrics_abnormal_logs{job="fluentd",pod="a",route="r",namespace="shop",container="cart"}': '0 9x5',
        'fluentd_log_metrics_abnormal_logs{job="fluentd",pod="a",route="r",namespace="shop",container="db"}': '0 9x5',
      },
      at: '1m',
    },
  },
  LogsDoNotArrive: {
    fires: {
      series: { [`fluentd_canary_stored_timestamp_seconds{${POD},node="node-a"}`]: '0 60 120x20' },
      at: '8m',
      labels: { node: 'node-a' },
      summary: 'No log of node-a has arrived for 6m 0s',
    },
    // A line is missing now and then, and another pod of the node knows only older ones.
    quiet: {
      series: {
        [`fluentd_canary_stored_timestamp_seconds{${POD},node="node-a"}`]: '0 60 120 180x4 420x4',
        'fluentd_canary_stored_timestamp_seconds{job="fluentd",pod="fluentd-b",node="node-a"}': '0x20',
      },
      at: '8m',
    },
  },
  LogsArriveLate: {
    fires: {
      series: { [`fluentd_canary_delay_seconds{${POD},node="node-a"}`]: '90x20' },
      at: '11m',
      labels: { node: 'node-a' },
      summary: 'Logs of node-a arrive 1m 30s after they are written',
    },
    quiet: { series: { [`fluentd_canary_delay_seconds{${POD},node="node-a"}`]: '90x8 6 90x9' }, at: '11m' },
  },
  CanaryMissing: {
    fires: {
      series: { [`up{${POD},node="node-a"}`]: '1x20' },
      at: '11m',
      labels: { node: 'node-a' },
      summary: 'The canary of node-a has not been seen since Fluentd began: nobody knows whether its logs arrive',
    },
    quiet: {
      series: {
        [`up{${POD},node="node-a"}`]: '1x20',
        [`fluentd_canary_stored_timestamp_seconds{${POD},node="node-a"}`]: '_x5 300x20',
        // Its Fluentd is down, which another alert tells.
        'up{job="fluentd",pod="fluentd-b",node="node-b"}': '0x20',
      },
      at: '11m',
    },
  },
};
