import type { RuleCases } from './case';

const POD = 'job="fluentd",pod="fluentd-aggregator-0"';
const OTHER = 'job="fluentd",pod="fluentd-aggregator-1"';
const NODE = 'job="fluentd",pod="fluentd-a"';
const ON_POD = { pod: 'fluentd-aggregator-0', input: 'switches' };

/** Rules of inputs and of aggregators. */
export const INPUT_CASES: RuleCases = {
  InputEventsLost: {
    fires: {
      // It has no series before the first loss.
      series: { [`fluentd_input_dropped_datagrams_total{${POD},input="switches"}`]: '_x5 10x20' },
      at: '10m',
      labels: ON_POD,
      summary: '10 events that came to the input switches of fluentd-aggregator-0 were lost',
    },
    quiet: { series: { [`fluentd_input_dropped_datagrams_total{${POD},input="switches"}`]: '10x30' }, at: '25m' },
    alsoQuiet: {
      'a restart': {
        series: { [`fluentd_input_lost_events_total{${POD},input="switches"}`]: '10x20 0x10' },
        at: '25m',
      },
    },
  },
  InputFilesLost: {
    fires: {
      series: { [`fluentd_input_lost_bytes_total{${NODE},input="nginx"}`]: '0 0 2048x10' },
      at: '10m',
      labels: { pod: 'fluentd-a', input: 'nginx' },
      summary: '2kiB of files were removed before the input nginx had read them',
    },
    quiet: { series: { [`fluentd_input_lost_bytes_total{${NODE},input="nginx"}`]: '2048x20' }, at: '15m' },
  },
  InputEventsRefused: {
    fires: {
      series: { [`fluentd_input_refused_events_total{${POD},input="switches",route="network"}`]: '0 3x20' },
      at: '8m',
      labels: ON_POD,
      summary: '3 events of the input switches could be made no record of, and are lost',
    },
    quiet: {
      series: { [`fluentd_input_refused_events_total{${POD},input="switches",route="network"}`]: '0 3x20' },
      at: '13m',
    },
  },
  InputPaused: {
    fires: {
      series: { [`fluentd_input_pauses_total{${POD},input="switches"}`]: '0+1x40' },
      at: '20m',
      labels: ON_POD,
      summary: 'The input switches of fluentd-aggregator-0 has stopped reading: the buffer is full or fails',
    },
    quiet: { series: { [`fluentd_input_pauses_total{${POD},input="switches"}`]: '0+1x10 10x30' }, at: '20m' },
  },
  InputUnreadable: {
    fires: {
      series: { [`fluentd_input_read_errors_total{${POD},input="orders"}`]: '0+1x40' },
      at: '20m',
      labels: { pod: 'fluentd-aggregator-0', input: 'orders' },
      summary: 'The input orders of fluentd-aggregator-0 cannot read from its source',
    },
    quiet: { series: { [`fluentd_input_read_errors_total{${POD},input="orders"}`]: '0 1x40' }, at: '20m' },
  },
  InputFallsBehind: {
    fires: {
      series: {
        [`fluentd_input_lag_messages{${POD},input="orders"}`]: '0+200x90',
        [`fluentd_input_lag_messages{${OTHER},input="orders"}`]: '0+200x90',
      },
      at: '62m',
      labels: { input: 'orders' },
      summary: '24.8k messages wait for the input orders, more and more for half an hour',
    },
    // It catches up.
    quiet: { series: { [`fluentd_input_lag_messages{${POD},input="orders"}`]: '90000-500x90' }, at: '62m' },
    alsoQuiet: {
      'a few messages that wait': {
        series: { [`fluentd_input_lag_messages{${POD},input="orders"}`]: '0+100x90' },
        at: '85m',
      },
    },
  },
  InputStoppedLogging: {
    fires: {
      series: { [`fluentd_input_events_total{${POD},input="switches",route="network"}`]: '0+10x60 600x90' },
      at: '130m',
      labels: { input: 'switches' },
      summary: 'No event has come to the input switches for an hour, and they did before',
    },
    // Its events go to another pod now.
    quiet: {
      series: {
        [`fluentd_input_events_total{${POD},input="switches",route="network"}`]: '0+10x60 600x90',
        [`fluentd_input_events_total{${OTHER},input="switches",route="network"}`]: '0x60 0+1x90',
      },
      at: '130m',
    },
    alsoQuiet: {
      'an input that has few events': {
        series: { [`fluentd_input_events_total{${POD},input="switches",route="network"}`]: '0x30 50x120' },
        at: '130m',
      },
    },
  },
  AggregatorsAbsent: {
    fires: {
      series: { 'up{job="fluentd",namespace="logging-agents",pod="fluentd-a"}': '1x20' },
      at: '11m',
      labels: { job: 'fluentd', namespace: 'logging' },
      summary: 'No aggregator is scraped: nobody knows whether logs are stored',
    },
    quiet: { series: { 'up{job="fluentd",namespace="logging",pod="fluentd-aggregator-1"}': '0x20' }, at: '11m' },
  },
  AggregatorRestarts: {
    fires: {
      series: { [`fluentd_forwarded_logs_records_total{${POD},route="r"}`]: '9 1 9 1 9 1 9 1 9' },
      at: '8m',
      labels: { pod: 'fluentd-aggregator-0' },
      summary: 'fluentd-aggregator-0 has begun again 4 times within an hour',
    },
    quiet: { series: { [`fluentd_forwarded_logs_records_total{${POD},route="r"}`]: '9 1 9 1 9 1 9' }, at: '8m' },
  },
  AggregatorRefusesLogs: {
    fires: {
      series: { [`fluentd_forwarded_logs_refused_total{${POD},reason="full"}`]: '0+5x30' },
      at: '15m',
      labels: { pod: 'fluentd-aggregator-0', reason: 'full' },
      summary: 'fluentd-aggregator-0 has refused logs of nodes for ten minutes (full)',
    },
    quiet: { series: { [`fluentd_forwarded_logs_refused_total{${POD},reason="full"}`]: '0+5x5 25x30' }, at: '15m' },
  },
  AggregatorsUnreachable: {
    fires: {
      series: {
        [`fluentd_forward_logs_failures_total{${NODE},reason="connect"}`]: '0+5x30',
        [`fluentd_forward_logs_records_total{${NODE},route="r"}`]: '900x30',
      },
      at: '15m',
      labels: { reason: 'connect' },
      summary: 'No node has delivered logs to the aggregators for ten minutes (connect)',
    },
    // One of the aggregators is away.
    quiet: {
      series: {
        [`fluentd_forward_logs_failures_total{${NODE},reason="connect"}`]: '0+5x30',
        'fluentd_forward_logs_records_total{job="fluentd",pod="fluentd-b",route="r"}': '0+9x30',
      },
      at: '15m',
    },
  },
};
