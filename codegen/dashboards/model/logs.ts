import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import * as common from '@grafana/grafana-foundation-sdk/common';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import * as elasticsearch from '@grafana/grafana-foundation-sdk/elasticsearch';
import * as logs from '@grafana/grafana-foundation-sdk/logs';
import * as tables from '@grafana/grafana-foundation-sdk/table';
import * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';

import type { discoverLink } from './links';
import type { PanelProps } from './panel';
import { described, HEIGHT } from './panels';
import { ELASTICSEARCH } from './variables';

/** Panels about what logs say, which Elasticsearch is asked for. */
export interface LogsProps extends Omit<PanelProps, 'unit' | 'thresholds'> {
  /** Which logs (Lucene); variables of the dashboard are in it as `$name`. */
  readonly query: string;
}

/** Where times are. */
const TIME = '@timestamp';

/** As many values are shown. */
const VALUES = '10';

/** A table of the commonest values of fields. */
export interface ValuesProps extends LogsProps {
  /** Fields, with the titles of their columns; values of the second are counted within those of the first. */
  readonly fields: Readonly<Record<string, string>>;

  /** A field of durations in nanoseconds, whose percentile is a column as well. @default - none */
  readonly slowest?: { readonly field: string; readonly percent: string };

  /** Where the first column leads. @default - nowhere */
  readonly link?: ReturnType<typeof discoverLink>;
}

/** The commonest values, and how often they were there. */
export function values({ query, fields, slowest, link, ...props }: ValuesProps): Builder<Panel> {
  const [first = ''] = Object.keys(fields);
  const buckets = Object.keys(fields).map((field, index) => terms(field, String(index + 10)));
  const metrics = [
    metric('count', '1'),
    ...(slowest
      ? [metric('percentiles', '2', { field: slowest.field, settings: { percents: [slowest.percent] } })]
      : []),
  ];
  const columns = {
    ...fields,
    Count: 'Logs',
    ...(slowest && { [`p${slowest.percent}.0 ${slowest.field}`]: 'Slowest' }),
  };
  const panel = described(new tables.PanelBuilder(), { ...props, unit: 'none' }, HEIGHT.lines)
    .datasource(ELASTICSEARCH)
    .targets([asked(query).bucketAggs(buckets).metrics(metrics)])
    .withTransformation({ id: 'organize', options: { renameByName: columns } });
  if (slowest) panel.overrideByRegexp('Slowest|p\\d.*', [{ id: 'unit', value: 'ns' }]);
  if (link) panel.overrideByName(fields[first] ?? '', [{ id: 'links', value: [link.build()] }]);
  return panel;
}

/** Percentiles of a field of durations, in nanoseconds, over time. */
export function percentiles({ query, field, percents, ...props }: LogsProps & { field: string; percents: string[] }) {
  return described(new timeseries.PanelBuilder(), { ...props, unit: 'ns' }, HEIGHT.lines)
    .datasource(ELASTICSEARCH)
    .targets([
      asked(query)
        .bucketAggs([overTime()])
        .metrics([metric('percentiles', '1', { field, settings: { percents } })]),
    ])
    .lineWidth(1)
    .showPoints(common.VisibilityMode.Never);
}

/** How often the commonest values of a field were there, over time. */
export function courses({ query, field, ...props }: LogsProps & { field: string }): Builder<Panel> {
  return described(new timeseries.PanelBuilder(), { ...props, unit: 'short' }, HEIGHT.lines)
    .datasource(ELASTICSEARCH)
    .targets([
      asked(query)
        .bucketAggs([terms(field, '10'), overTime()])
        .metrics([metric('count', '1')]),
    ])
    .lineWidth(1)
    .fillOpacity(40)
    .showPoints(common.VisibilityMode.Never)
    .stacking(new common.StackingConfigBuilder().mode(common.StackingMode.Normal));
}

/** The newest logs themselves. */
export function newest({ query, ...props }: LogsProps): Builder<Panel> {
  return described(new logs.PanelBuilder(), { ...props, unit: 'none' }, HEIGHT.lines)
    .datasource(ELASTICSEARCH)
    .targets([asked(query).metrics([metric('logs', '1', { settings: { limit: '200' } })])])
    .showTime(true)
    .wrapLogMessage(true)
    .enableLogDetails(true)
    .sortOrder(common.LogsSortOrder.Descending);
}

function asked(query: string): elasticsearch.DataqueryBuilder {
  return new elasticsearch.DataqueryBuilder().refId('A').query(query).timeField(TIME).datasource(ELASTICSEARCH);
}

function terms(field: string, id: string): elasticsearch.TermsBuilder {
  const settings = { size: VALUES, order: elasticsearch.TermsOrder.Desc, orderBy: '_count', min_doc_count: '1' };
  return new elasticsearch.TermsBuilder().id(id).field(field).settings(settings);
}

function overTime(): elasticsearch.DateHistogramBuilder {
  return new elasticsearch.DateHistogramBuilder()
    .id('30')
    .field(TIME)
    .settings({ interval: 'auto', min_doc_count: '0' });
}

/** What is computed of the logs. The builders of the library write the type `unknown` for these. */
function metric(
  type: elasticsearch.MetricAggregationType,
  id: string,
  rest: Partial<elasticsearch.Percentiles & elasticsearch.Logs> = {},
): Builder<elasticsearch.MetricAggregation> {
  return { build: () => ({ ...rest, id, type }) };
}
