import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkBuilder,
  DashboardLinkType,
  type Panel,
  RowBuilder,
  type VariableModel,
} from '@grafana/grafana-foundation-sdk/dashboard';

import { dataSource } from './variables';

/** Panels that belong together, beside and below each other. */
export interface Row {
  /** The question that they answer. */
  readonly title: string;

  /** Panels; those of a line are 24 columns wide together, and of one height. */
  readonly panels: readonly Builder<Panel>[];
}

/** What a dashboard is made of. */
export interface DashboardProps {
  /** Its name in addresses, which never changes. */
  readonly uid: string;

  /** Its name for people. */
  readonly title: string;

  /** What it is for. */
  readonly description: string;

  /** What can be chosen, beside the data source. */
  readonly variables: readonly Builder<VariableModel>[];

  /** Rows, in their order. */
  readonly rows: readonly Row[];

  /** How far it looks back. @default 'now-3h' */
  readonly from?: string;
}

/** By which the dashboards find each other. */
const TAG = 'efk';

/** A dashboard as Grafana reads it. */
export function dashboard({ uid, title, description, variables, rows, from = 'now-3h' }: DashboardProps): Dashboard {
  const builder = new DashboardBuilder(title)
    .uid(uid)
    .description(description)
    .tags([TAG])
    .timezone('browser')
    .readonly()
    .refresh('1m')
    .time({ from, to: 'now' })
    .tooltip(DashboardCursorSync.Crosshair)
    .link(
      new DashboardLinkBuilder('Logging')
        .type(DashboardLinkType.Dashboards)
        .tags([TAG])
        .asDropdown(true)
        .keepTime(true)
        .includeVars(true),
    )
    .variables([dataSource('datasource', 'Prometheus', 'prometheus'), ...variables]);
  for (const row of rows) {
    builder.withRow(new RowBuilder(row.title));
    for (const panel of row.panels) builder.withPanel(panel);
  }
  const built = builder.build();
  const { links = [], panels = [] } = built;
  return {
    ...built,
    links: links.map(({ placement, ...link }) => link),
    panels: panels.map((panel, index) => ({ ...panel, id: index + 1 })),
  };
}
