import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import { TableSortByFieldStateBuilder } from '@grafana/grafana-foundation-sdk/common';
import type { DynamicConfigValue, Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import * as tables from '@grafana/grafana-foundation-sdk/table';

import type { dashboardLink } from './links';
import type { PanelProps, Query, Thresholds } from './panel';
import { asTable, described, HEIGHT, targetsOf } from './panels';
import { thresholdSteps } from './thresholds';
import { PROMETHEUS } from './variables';

/** A column of numbers. */
export interface Column extends Query {
  /** Unit of its numbers. */
  readonly unit: string;

  /** From when on its cells have a colour. @default - never */
  readonly thresholds?: Thresholds;
}

/** A table with a line for each value of a label, or of several. */
export interface TableProps extends Omit<PanelProps, 'unit' | 'thresholds'> {
  /** Labels that the lines differ by, with the titles of their columns. */
  readonly by: Readonly<Record<string, string>>;

  /** The numbers; each query gives one series per line. The table is sorted by the first. */
  readonly columns: readonly Column[];

  /** Where the first column leads. @default - nowhere */
  readonly link?: ReturnType<typeof dashboardLink>;
}

/** A line for each of them, those with most first. */
export function table({ by, columns, link, ...props }: TableProps): Builder<Panel> {
  const [first = ''] = Object.values(by);
  const values = columns.map((_, index) => (columns.length === 1 ? 'Value' : `Value #${letter(index)}`));
  const panel = described(new tables.PanelBuilder(), { ...props, unit: 'none' }, HEIGHT.lines)
    .datasource(PROMETHEUS)
    .targets(targetsOf(columns, asTable))
    .withTransformation({ id: 'merge', options: {} })
    .withTransformation({
      id: 'organize',
      options: {
        excludeByName: { Time: true },
        indexByName: Object.fromEntries([...Object.keys(by), ...values].map((name, index) => [name, index])),
        renameByName: { ...by, ...Object.fromEntries(values.map((name, index) => [name, columns[index]?.legend])) },
      },
    })
    .sortBy([
      new TableSortByFieldStateBuilder()
        .displayName(columns[0]?.legend ?? '')
        .desc(columns[0]?.thresholds?.worse !== 'less'),
    ]);
  for (const { legend, unit, thresholds } of columns) panel.overrideByName(legend, cell(unit, thresholds));
  if (link) panel.overrideByName(first, [{ id: 'links', value: [link.build()] }]);
  return panel;
}

function cell(unit: string, thresholds: Thresholds | undefined): DynamicConfigValue[] {
  return [
    { id: 'unit', value: unit },
    ...(thresholds
      ? [
          { id: 'thresholds', value: thresholdSteps(thresholds).build() },
          { id: 'custom.cellOptions', value: { type: 'color-background', mode: 'basic' } },
        ]
      : []),
  ];
}

function letter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}
