import { METRICS } from '../../constructs/fluentd/monitoring/metrics';
import { CLUSTER_CHOICE, NAMESPACE_CHOICE } from './collector/variables';
import { dashboard } from './model/dashboard';
import { discoverLink } from './model/links';
import { courses, newest, percentiles, values } from './model/logs';
import { lines, number } from './model/panels';
import { collector, inRange, orZero, rate, sum, top } from './model/promql';
import { dataSource } from './model/variables';
import { UIDS } from './uids';

const NAMESPACE = { namespace: '$namespace' };
const records = collector(METRICS.records, NAMESPACE);
const errors = collector(METRICS.records, { ...NAMESPACE, level: 'error|critical|alert|emergency|fatal' });
const abnormal = sum(collector(METRICS.abnormal, NAMESPACE), 'namespace', 'container');

/** Logs of the namespaces that are chosen, for Elasticsearch. */
const chosen = (query: string) => `kubernetes.namespace_name:/\${namespace:regex}/ AND ${query}`;

/** Logs of requests: those that say how long something took. */
const REQUESTS = chosen('_exists_:url.path');

/** What applications say of themselves: whether they fail, how much they do, how long it takes, and where users are. */
export const APPLICATIONS = dashboard({
  uid: UIDS.applications,
  title: 'Logging: applications',
  description: 'What applications say in their logs: errors, exceptions, latency, and what their users do',
  variables: [dataSource('logs', 'Logs', 'elasticsearch'), CLUSTER_CHOICE, NAMESPACE_CHOICE],
  rows: [
    {
      title: 'Is something wrong?',
      panels: [
        number({
          title: 'Abnormal logs of the worst workload',
          description:
            'Errors, exceptions and 5xx within the last minutes. Ten are an incident, unless the environment says otherwise.',
          queries: [{ expr: orZero(`max(${abnormal})`), legend: 'abnormal logs' }],
          unit: 'short',
          thresholds: { warning: 5, critical: 10 },
          alert: 'AbnormalLogs',
          width: 8,
        }),
        number({
          title: 'Share of errors',
          description:
            'Logs that are errors or worse, of all in the time shown. Look at its course rather than at the number.',
          queries: [{ expr: `${orZero(sum(inRange(errors)))} / ${sum(inRange(records))}`, legend: 'share' }],
          unit: 'percentunit',
          thresholds: { warning: 0.01, critical: 0.1 },
          width: 8,
        }),
        number({
          title: 'Logs a second',
          description: 'Of the namespaces that are chosen. None at all is a fault as well: see whether the pods run.',
          queries: [{ expr: sum(rate(records)), legend: 'logs' }],
          unit: 'cps',
          width: 8,
        }),
      ],
    },
    {
      title: 'Errors',
      panels: [
        lines({
          title: 'Abnormal logs by workload',
          description:
            'Of the last minutes, on all nodes together; the line is the number from which on it is an incident.',
          queries: [{ expr: top(10, abnormal), legend: '{{namespace}}/{{container}}' }],
          unit: 'short',
          thresholds: { critical: 10 },
          alert: 'AbnormalLogs',
          width: 12,
        }),
        lines({
          title: 'Logs by level',
          description:
            'Logs a second. Errors that rise with the traffic are usual; those that rise without it are not.',
          queries: [{ expr: sum(rate(records), 'level'), legend: '{{level}}' }],
          unit: 'cps',
          stacked: true,
          width: 12,
        }),
        values({
          title: 'Top exceptions',
          description: 'The commonest types of errors and who has them. A type leads to its logs in Kibana.',
          query: chosen('_exists_:error.type'),
          fields: { 'error.type': 'Exception', 'kubernetes.container_name': 'Container' },
          link: discoverLink('Its logs', 'error.type:"${__data.fields.Exception}"'),
          none: 'none',
          width: 12,
        }),
        newest({
          title: 'Newest errors',
          description: 'Logs with an error or worse. A trace.id in them leads to all logs of that request.',
          query: chosen('(log.level:(error OR critical OR alert OR emergency OR fatal) OR _exists_:error.type)'),
          width: 12,
        }),
      ],
    },
    {
      title: 'Requests and users',
      panels: [
        percentiles({
          title: 'Latency',
          description: 'How long requests took: half of them at most p50, all but one of a hundred at most p99.',
          query: REQUESTS,
          field: 'event.duration',
          percents: ['50', '95', '99'],
          width: 12,
        }),
        courses({
          title: 'Where users are',
          description:
            'Requests by path. A step of a flow that falls while the one before it does not is where users give up.',
          query: REQUESTS,
          field: 'url.path',
          width: 12,
        }),
        values({
          title: 'Paths',
          description: 'The paths that are asked for most, and how long all but one in twenty of their requests took.',
          query: REQUESTS,
          fields: { 'url.path': 'Path' },
          slowest: { field: 'event.duration', percent: '95' },
          link: discoverLink('Its logs', 'url.path:"${__data.fields.Path}"'),
          width: 12,
        }),
        values({
          title: 'Paths that fail',
          description: 'Paths with answers of 500 or more, by status. A path leads to its logs in Kibana.',
          query: chosen('http.response.status_code:[500 TO 599]'),
          fields: { 'url.path': 'Path', 'http.response.status_code': 'Status' },
          link: discoverLink('Its failures', 'url.path:"${__data.fields.Path}" and http.response.status_code >= 500'),
          none: 'none',
          width: 12,
        }),
      ],
    },
  ],
});
