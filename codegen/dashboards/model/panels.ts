import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import * as common from '@grafana/grafana-foundation-sdk/common';
import {
  LegendDisplayMode,
  LegendPlacement,
  SortOrder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import * as stats from '@grafana/grafana-foundation-sdk/stat';
import * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';

import { runbookLink } from './links';
import type { PanelProps, Query, QueryPanelProps } from './panel';
import { thresholdSteps } from './thresholds';
import { PROMETHEUS } from './variables';

/** Heights in rows of the grid. */
export const HEIGHT = { number: 4, lines: 8 };

/** What panels of all types can be told. */
interface AnyPanel {
  title(text: string): this;
  description(text: string): this;
  unit(unit: string): this;
  span(columns: number): this;
  height(rows: number): this;
  noValue(text: string): this;
  thresholds(steps: ReturnType<typeof thresholdSteps>): this;
  links(links: ReturnType<typeof runbookLink>[]): this;
}

/** One number: the last of its query. */
export function number({ queries, ...props }: QueryPanelProps): Builder<Panel> {
  const panel = described(new stats.PanelBuilder(), props, HEIGHT.number)
    .datasource(PROMETHEUS)
    .targets(targetsOf(queries, (query) => query.instant()))
    .reduceOptions(new common.ReduceDataOptionsBuilder().calcs(['lastNotNull']))
    .colorMode(props.thresholds ? common.BigValueColorMode.Background : common.BigValueColorMode.None)
    .graphMode(common.BigValueGraphMode.None);
  return panel;
}

/** How `lines` are drawn. */
export interface LinesProps extends QueryPanelProps {
  /** Whether the lines add up to something. @default false */
  readonly stacked?: boolean;
}

/** Lines over time, with what each has been on average and at most. */
export function lines({ queries, stacked = false, ...props }: LinesProps): Builder<Panel> {
  const panel = described(new timeseries.PanelBuilder(), props, HEIGHT.lines)
    .datasource(PROMETHEUS)
    .targets(targetsOf(queries, (query) => query.range()))
    .min(0)
    .lineWidth(1)
    .fillOpacity(stacked ? 40 : 10)
    .showPoints(VisibilityMode.Never)
    .legend(
      new VizLegendOptionsBuilder()
        .showLegend(true)
        .displayMode(LegendDisplayMode.Table)
        .placement(LegendPlacement.Bottom)
        .calcs(['mean', 'max']),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending));
  if (stacked) panel.stacking(new common.StackingConfigBuilder().mode(StackingMode.Normal));
  if (props.thresholds) {
    panel.thresholdsStyle(new common.GraphThresholdsStyleConfigBuilder().mode(common.GraphThresholdsStyleMode.Dashed));
  }
  return panel;
}

/** A panel with what every panel says. */
export function described<Type extends AnyPanel>(panel: Type, props: PanelProps, height: number): Type {
  panel.title(props.title).description(props.description).unit(props.unit).span(props.width).height(height);
  panel.thresholds(thresholdSteps(props.thresholds));
  if (props.none) panel.noValue(props.none);
  if (props.alert) panel.links([runbookLink(props.alert)]);
  return panel;
}

/** Queries with letters for names, as Grafana gives them. */
export function targetsOf(queries: readonly Query[], finish: (query: DataqueryBuilder) => DataqueryBuilder) {
  return queries.map(({ expr, legend }, index) =>
    finish(
      new DataqueryBuilder()
        .expr(expr)
        .legendFormat(legend)
        .refId(String.fromCharCode('A'.charCodeAt(0) + index))
        .datasource(PROMETHEUS),
    ),
  );
}

/** As a table wants the answers: a line per series. */
export function asTable(query: DataqueryBuilder): DataqueryBuilder {
  return query.instant().format(PromQueryFormat.Table);
}
