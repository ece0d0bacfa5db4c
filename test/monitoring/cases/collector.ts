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
    alsoQuiet: {
      'a restart': { series: { [`fluentd_container_logs_lost_bytes_total{${POD}}`]: '2048x10 0x10' }, at: '15m' },
    },
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
  LogsWaitForLabels: {
    fires: {
      series: { [`fluentd_container_logs_waiting_files{${POD}}`]: '0 3x10' },
      at: '6m',
      labels: { pod: 'fluentd-a' },
      summary: 'Fluentd on fluentd-a does not read 3 log files, since it does not know the labels of their pods',
    },
    quiet: { series: { [`fluentd_container_logs_waiting_files{${POD}}`]: '0 3x4 0x10' }, at: '8m' },
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
  LogReadingLags: {
    fires: {
      series: { [`fluentd_container_logs_lag_bytes{${POD},route="payments"}`]: '0+1048576x60' },
      at: '30m',
      labels: { pod: 'fluentd-a', route: 'payments' },
      summary: 'Reading of the logs of payments on fluentd-a is 30MiB behind, and falls back',
    },
    quiet: { series: { [`fluentd_container_logs_lag_bytes{${POD},route="payments"}`]: '90000000-1000x60' }, at: '30m' },
    alsoQuiet: {
      'a burst that is read within ten minutes': {
        series: { [`fluentd_container_logs_lag_bytes{${POD},route="payments"}`]: '0x10 50000000x10 0x40' },
        at: '30m',
      },
    },
  },
  LogBufferFullInHours: {
    fires: {
      series: { [`fluentd_output_buffer_room_ratio{${POD},output="elasticsearch"}`]: '1-0.01x60' },
      at: '45m',
      labels: { pod: 'fluentd-a', output: 'elasticsearch' },
      summary: 'The buffer of fluentd-a for elasticsearch is full in 54m 59s',
    },
    quiet: {
      series: { [`fluentd_output_buffer_room_ratio{${POD},output="elasticsearch"}`]: '0.99-0.001x60' },
      at: '45m',
    },
    alsoQuiet: {
      'a buffer that empties': {
        series: { [`fluentd_output_buffer_room_ratio{${POD},output="elasticsearch"}`]: '0.1+0.01x60' },
        at: '45m',
      },
    },
  },
  LogBufferFullWithinAnHour: {
    fires: {
      series: { [`fluentd_output_buffer_room_ratio{${POD},output="elasticsearch"}`]: '1-0.01x60' },
      at: '55m',
      labels: { pod: 'fluentd-a', output: 'elasticsearch' },
      summary: 'The buffer of fluentd-a for elasticsearch is full in 44m 59s',
    },
    quiet: { series: { [`fluentd_output_buffer_room_ratio{${POD},output="elasticsearch"}`]: '1-0.01x60' }, at: '45m' },
  },
  LogsHeldTooLong: {
    fires: {
      series: { [`fluentd_output_oldest_chunk_seconds{${POD},output="elasticsearch"}`]: '0+60x60' },
      at: '21m',
      labels: { pod: 'fluentd-a', output: 'elasticsearch' },
      summary: 'Logs have waited on fluentd-a for elasticsearch for 21m 0s',
    },
    quiet: {
      series: { [`fluentd_output_oldest_chunk_seconds{${POD},output="elasticsearch"}`]: '0+60x17 0x20' },
      at: '21m',
    },
  },
  LogNodeDiskFull: {
    fires: {
      series: {
        [`fluentd_node_disk_available_bytes{${POD}}`]: '14x30',
        [`fluentd_node_disk_size_bytes{${POD}}`]: '100x30',
      },
      at: '20m',
      labels: LABELS,
      summary: 'The disk of the node of fluentd-a is full, or will be within four hours',
    },
    quiet: {
      series: {
        [`fluentd_node_disk_available_bytes{${POD}}`]: '90-0.1x90',
        [`fluentd_node_disk_size_bytes{${POD}}`]: '100x90',
      },
      at: '80m',
    },
  },
  NodeStoppedLogging: {
    fires: {
      series: {
        [`fluentd_container_logs_events_total{${POD},node="n1",route="r"}`]: '0+10x60 600x90',
        [`up{${POD},node="n1"}`]: '1x150',
      },
      at: '130m',
      labels: { node: 'n1' },
      summary: 'No container on the node n1 has logged for an hour, and they did before',
    },
    quiet: {
      series: {
        [`fluentd_container_logs_events_total{${POD},node="n1",route="r"}`]: '0+10x60 600x60 601x30',
        [`up{${POD},node="n1"}`]: '1x150',
      },
      at: '130m',
    },
    alsoQuiet: {
      'a restart, after which it counts from the beginning': {
        series: {
          [`fluentd_container_logs_events_total{${POD},node="n1",route="r"}`]: '0+10x60 0+10x90',
          [`up{${POD},node="n1"}`]: '1x150',
        },
        at: '130m',
      },
      'a pod that takes the place of another': {
        series: {
          'fluentd_container_logs_events_total{job="fluentd",pod="fluentd-a",node="n1",route="r"}': '0+10x60',
          'fluentd_container_logs_events_total{job="fluentd",pod="fluentd-b",node="n1",route="r"}': '_x60 0+10x90',
          'up{job="fluentd",pod="fluentd-b",node="n1"}': '_x60 1x90',
        },
        at: '130m',
      },
      'a node that is gone': {
        series: {
          [`fluentd_container_logs_events_total{${POD},node="n1",route="r"}`]: '0+10x60',
          [`up{${POD},node="n1"}`]: '1x60',
        },
        at: '100m',
      },
    },
  },
  NamespaceStoppedLogging: {
    fires: {
      series: {
        [`fluentd_log_metrics_records_total{${POD},route="r",namespace="shop",level="info"}`]: '0+10x60 600x90',
      },
      at: '130m',
      labels: { namespace: 'shop' },
      summary: 'No container of the namespace shop has logged for an hour, and they did before',
    },
    quiet: {
      series: {
        [`fluentd_log_metrics_records_total{${POD},route="r",namespace="shop",level="info"}`]: '0+10x60 600x90',
        'fluentd_log_metrics_records_total{job="fluentd",pod="fluentd-b",route="r",namespace="shop",level="info"}':
          '_x70 5+1x80',
        [`fluentd_log_metrics_records_total{${POD},route="r",namespace="_other",level="info"}`]: '0+10x60 600x90',
      },
      at: '130m',
    },
    alsoQuiet: {
      'a burst': {
        series: {
          [`fluentd_log_metrics_records_total{${POD},route="r",namespace="shop",level="info"}`]: '0x30 60x120',
        },
        at: '130m',
      },
    },
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
  DeadLetters: {
    fires: {
      // A route has no series before its first dead letter.
      series: { [`fluentd_dead_letters_records_total{${POD},route="payments",reason="mapping"}`]: '_x5 10x20' },
      at: '10m',
      labels: { pod: 'fluentd-a', route: 'payments', reason: 'mapping' },
      summary: '10 logs of payments could be stored in no form (mapping)',
    },
    quiet: {
      series: { [`fluentd_dead_letters_records_total{${POD},route="payments",reason="mapping"}`]: '10x20' },
      at: '12m',
    },
    alsoQuiet: {
      'a time in which Prometheus did not ask': {
        series: { [`fluentd_dead_letters_records_total{${POD},route="payments",reason="mapping"}`]: '10x20 _x10 10x5' },
        at: '32m',
      },
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
    alsoFires: {
      'logs of inputs, which no container has written': {
        series: {
          'fluentd_log_metrics_abnormal_logs{job="fluentd",pod="fluentd-aggregator-0",route="r"}': '0 6x5',
          'fluentd_log_metrics_abnormal_logs{job="fluentd",pod="fluentd-aggregator-1",route="r"}': '0 6x5',
        },
        at: '1m',
        labels: { route: 'r' },
        summary: 'Inputs of the route r have sent 12 abnormal logs within 3m',
      },
    },
    quiet: {
      series: {
        'fluentd_log_metrics_abnormal_logs{job="fluentd",pod="a",route="r",namespace="shop",container="cart"}': '0 9x5',
        'fluentd_log_metrics_abnormal_logs{job="fluentd",pod="a",route="r",namespace="shop",container="db"}': '0 9x5',
      },
      at: '1m',
    },
    alsoQuiet: {
      'inputs of several routes': {
        series: {
          'fluentd_log_metrics_abnormal_logs{job="fluentd",pod="a",route="r",namespace="",container=""}': '0 9x5',
          'fluentd_log_metrics_abnormal_logs{job="fluentd",pod="a",route="s",namespace="",container=""}': '0 9x5',
        },
        at: '1m',
      },
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
  ElasticsearchCertificateExpires: {
    fires: {
      series: {
        [`fluentd_elasticsearch_certificate_expires_timestamp_seconds{${POD},host="es"}`]: `${20 * 86_400 + 7_200}x200`,
      },
      at: '2h',
      labels: { host: 'es' },
      summary: 'The certificate of es expires in 20 days; then no log is sent any more',
    },
    // It has been renewed, and one pod has a connection of before.
    quiet: {
      series: {
        [`fluentd_elasticsearch_certificate_expires_timestamp_seconds{${POD},host="es"}`]: `${20 * 86_400}x200`,
        'fluentd_elasticsearch_certificate_expires_timestamp_seconds{job="fluentd",pod="fluentd-b",host="es"}': `${999 * 86_400}x200`,
      },
      at: '2h',
    },
  },
  CollectorCertificateExpires: {
    fires: {
      series: {
        [`fluentd_certificate_expires_timestamp_seconds{${POD},namespace="logging",certificate="metrics"}`]: `${99 * 86_400}x200`,
        'fluentd_certificate_expires_timestamp_seconds{job="fluentd",pod="fluentd-b",namespace="logging",certificate="metrics"}': `${20 * 86_400 + 7_200}x200`,
      },
      at: '2h',
      labels: { namespace: 'logging', certificate: 'metrics' },
      summary:
        'The certificate metrics of Fluentd in logging expires in 20 days; then nobody can send to it or ask for its metrics',
    },
    quiet: {
      series: {
        [`fluentd_certificate_expires_timestamp_seconds{${POD},namespace="logging",certificate="metrics"}`]: `${22 * 86_400}x200`,
      },
      at: '2h',
    },
    alsoQuiet: {
      'one that is renewed in time': {
        series: {
          [`fluentd_certificate_expires_timestamp_seconds{${POD},namespace="logging",certificate="syslog"}`]: `${20 * 86_400}x30 ${90 * 86_400}x100`,
        },
        at: '2h',
      },
    },
  },
};
