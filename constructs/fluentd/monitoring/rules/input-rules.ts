import type { AlertRule } from '../../../core';
import { series } from '../metrics';
import { appeared, growth } from './growth';

/** Inputs besides the logs of containers, on nodes and on aggregators alike. */
export const INPUT_RULES: readonly AlertRule[] = [
  {
    alert: 'InputEventsLost',
    expr: `sum by (pod, input) ${appeared('lostInputEvents', '10m')} > 0 or sum by (pod, input) ${appeared('droppedDatagrams', '10m')} > 0`,
    severity: 'critical',
    summary: '{{ $value | humanize }} events that came to the input {{ $labels.input }} of {{ $labels.pod }} were lost',
    action:
      'Find what held reading back: a full buffer or too little CPU; senders over TCP wait, those over UDP cannot',
  },
  {
    alert: 'InputFilesLost',
    expr: `sum by (pod, input) (${growth('lostInputBytes', '10m')}) > 0`,
    severity: 'critical',
    summary: '{{ $value | humanize1024 }}B of files were removed before the input {{ $labels.input }} had read them',
    action: 'Find what held reading back on the node of {{ $labels.pod }}, or let files stay for longer',
  },
  {
    alert: 'InputEventsRefused',
    expr: `sum by (pod, input) (${growth('refusedInputEvents', '10m')}) > 0`,
    severity: 'warning',
    summary: '{{ $value | humanize }} events of the input {{ $labels.input }} could be made no record of, and are lost',
    action: 'The log of {{ $labels.pod }} says why; correct what the senders write',
  },
  {
    alert: 'InputPaused',
    expr: `sum by (pod, input) (${growth('inputPauses', '5m')}) > 0`,
    for: '15m',
    severity: 'critical',
    summary: 'The input {{ $labels.input }} of {{ $labels.pod }} has stopped reading: the buffer is full or fails',
    action: 'Make the outputs take logs again; senders wait or lose what they cannot keep',
  },
  {
    alert: 'InputUnreadable',
    expr: `sum by (pod, input) (${growth('inputReadErrors', '10m')}) > 0`,
    for: '15m',
    severity: 'warning',
    summary: 'The input {{ $labels.input }} of {{ $labels.pod }} cannot read from its source',
    action: 'Its log says what fails: the name, the network, the password, the rights, or a damaged file',
  },
  {
    alert: 'InputFallsBehind',
    expr: `sum by (input) (${series('inputLag')}) > 10000 and sum by (input) (${series('inputLag')}) > sum by (input) (${series('inputLag')} offset 30m)`,
    for: '30m',
    severity: 'warning',
    summary: '{{ $value | humanize }} messages wait for the input {{ $labels.input }}, more and more for half an hour',
    action: 'Have more aggregators, which share the partitions, or make the outputs take logs faster',
  },
  {
    alert: 'InputStoppedLogging',
    // An input of the network has senders that come and go; one a minute is logging.
    expr: `sum by (input) (increase(${series('inputEvents')}[1h] offset 1h)) > 60 unless sum by (input) (increase(${series('inputEvents')}[1h])) > 0`,
    for: '5m',
    severity: 'warning',
    summary: 'No event has come to the input {{ $labels.input }} for an hour, and they did before',
    action: 'See whether its senders run and reach it; its log says which connections it refuses',
  },
];
