import { METRICS } from '../../../constructs/fluentd/monitoring/metrics';
import { dashboard } from '../model/dashboard';
import { dashboardLink } from '../model/links';
import { lines, number } from '../model/panels';
import { collector, inRange, rate, sum, top } from '../model/promql';
import { table } from '../model/tables';
import { UIDS } from '../uids';
import { CLUSTER_CHOICE, NAMESPACE_CHOICE, ROUTE_CHOICE } from './variables';

const events = collector(METRICS.events, { route: '$route' });
const records = collector(METRICS.records, { route: '$route', namespace: '$namespace' });
const treated = (metric: string) => collector(metric, { route: '$route' });

/** Who logs how much, and what is left out or changed on the way. */
export const INGEST = dashboard({
  uid: UIDS.ingest,
  title: 'Logging: ingest',
  description: 'Who logs how much, and what treatments leave out or change',
  from: 'now-24h',
  variables: [CLUSTER_CHOICE, ROUTE_CHOICE, NAMESPACE_CHOICE],
  rows: [
    {
      title: 'How much?',
      panels: [
        number({
          title: 'Logs a day',
          description: 'As fast as in the time shown. Compare it with what the cluster was sized for.',
          queries: [{ expr: `86400 * ${sum(`rate(${events}[$__range])`)}`, legend: 'logs a day' }],
          unit: 'short',
          width: 6,
        }),
        number({
          title: 'Busiest namespace',
          description:
            'Share of the logs of the namespace that writes most. One above a half decides what the stack costs.',
          queries: [
            {
              expr: `max(${sum(inRange(records), 'namespace')}) / ${sum(inRange(records))}`,
              legend: 'share',
            },
          ],
          unit: 'percentunit',
          thresholds: { warning: 0.5 },
          width: 6,
        }),
        number({
          title: 'Debug and trace',
          description:
            'Share of the logs that say of themselves that few will read them. Drop or sample them in a treatment.',
          queries: [
            {
              expr: `${sum(inRange(collector(METRICS.records, { route: '$route', namespace: '$namespace', level: 'debug|trace' })))} / ${sum(inRange(records))}`,
              legend: 'share',
            },
          ],
          unit: 'percentunit',
          thresholds: { warning: 0.25 },
          none: 'none',
          width: 6,
        }),
        number({
          title: 'Dropped by treatments',
          description: 'Logs that rules of treatments have dropped in the time shown, which somebody wrote.',
          queries: [{ expr: `${sum(inRange(treated(METRICS.dropped)))}`, legend: 'dropped' }],
          unit: 'short',
          none: 'none',
          width: 6,
        }),
      ],
    },
    {
      title: 'Whose?',
      panels: [
        lines({
          title: 'By route',
          description: 'Logs a second. A step is a deployment, or an application that has begun to log more.',
          queries: [{ expr: sum(rate(events), 'route'), legend: '{{route}}' }],
          unit: 'cps',
          stacked: true,
          width: 12,
        }),
        lines({
          title: 'By namespace',
          description: 'Logs a second of the ten that write most. `_other` is all that are not counted one by one.',
          queries: [{ expr: top(10, sum(rate(records), 'namespace')), legend: '{{namespace}}' }],
          unit: 'cps',
          stacked: true,
          width: 12,
        }),
        table({
          title: 'Namespaces',
          description:
            'Logs in the time shown, and how many of them are errors or worse. A namespace leads to its applications.',
          by: { namespace: 'Namespace', route: 'Route' },
          columns: [
            { legend: 'Logs', expr: top(50, sum(inRange(records), 'namespace', 'route')), unit: 'short' },
            {
              legend: 'Share',
              expr: `${sum(inRange(records), 'namespace', 'route')} / scalar(${sum(inRange(records))})`,
              unit: 'percentunit',
              thresholds: { warning: 0.25, critical: 0.5 },
            },
          ],
          link: dashboardLink('Its applications', UIDS.applications, 'var-namespace=${__data.fields.Namespace}'),
          width: 24,
        }),
      ],
    },
    {
      title: 'What treatments do',
      panels: [
        lines({
          title: 'Dropped',
          description: 'Logs a second by treatment and rule. A rule that drops nothing can go.',
          queries: [
            { expr: sum(rate(treated(METRICS.dropped)), 'treatment', 'reason'), legend: '{{treatment}}: {{reason}}' },
          ],
          unit: 'cps',
          stacked: true,
          width: 8,
        }),
        lines({
          title: 'Redacted and withheld',
          description:
            'Logs a second in which something was redacted, by pattern, and those withheld because that failed.',
          queries: [
            {
              expr: sum(rate(treated(METRICS.redacted)), 'treatment', 'pattern'),
              legend: '{{treatment}}: {{pattern}}',
            },
            { expr: sum(rate(treated(METRICS.withheld)), 'treatment'), legend: '{{treatment}}: withheld' },
          ],
          unit: 'cps',
          width: 8,
        }),
        lines({
          title: 'Not understood',
          description:
            'Logs a second that no format could read, whose time cannot be theirs, or that were cut. Try lines with `efk try`.',
          queries: [
            { expr: sum(rate(treated(METRICS.parseFailures)), 'treatment'), legend: '{{treatment}}: format' },
            { expr: sum(rate(treated(METRICS.timeFailures)), 'treatment'), legend: '{{treatment}}: time' },
            { expr: sum(rate(treated(METRICS.truncated)), 'treatment'), legend: '{{treatment}}: cut' },
          ],
          unit: 'cps',
          width: 8,
        }),
      ],
    },
  ],
});
