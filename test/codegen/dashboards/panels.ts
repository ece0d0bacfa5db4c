/** As much of a dashboard as tests look at. */
export interface TestedDashboard {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly panels: readonly TestedPanel[];
  readonly templating: { readonly list: readonly TestedVariable[] };
}

/** A panel, or the title of a row. */
export interface TestedPanel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly TestedTarget[];
  readonly fieldConfig?: { readonly defaults: { readonly unit?: string } };
}

/** A question to Prometheus or to Elasticsearch. */
export interface TestedTarget {
  readonly refId: string;
  readonly expr?: string;
  readonly legendFormat?: string;
  readonly query?: string;
  readonly bucketAggs?: readonly { readonly field?: string }[];
  readonly metrics?: readonly { readonly field?: string }[];
  readonly datasource: { readonly type: string };
}

/** A variable. */
export interface TestedVariable {
  readonly name: string;
  readonly type: string;
  readonly definition?: string;
}

/** Every question of a dashboard to Prometheus with values in place of its variables: of panels, and of the choices. */
export function expressions({ title, panels, templating }: TestedDashboard): { place: string; expr: string }[] {
  return [
    ...panels.flatMap((panel) =>
      (panel.targets ?? []).flatMap(({ expr, refId }) =>
        expr === undefined ? [] : [{ place: `${title} / ${panel.title} / ${refId}`, expr: withValues(expr) }],
      ),
    ),
    ...templating.list.flatMap(({ name, definition = '' }) => {
      const [, series] = /^label_values\((.*), \w+\)$/.exec(definition) ?? [];
      return series ? [{ place: `${title} / $${name}`, expr: withValues(series) }] : [];
    }),
  ];
}

/** Every field that a dashboard asks Elasticsearch for. */
export function askedFields({ panels }: TestedDashboard): string[] {
  return panels
    .flatMap(({ targets = [] }) => targets)
    .filter(({ datasource }) => datasource.type === 'elasticsearch')
    .flatMap(({ query = '', bucketAggs = [], metrics = [] }) => [
      ...[...query.matchAll(/(?:_exists_:)?(?<field>[\w.]+):/g)].map(({ groups }) => groups?.field ?? ''),
      ...[...query.matchAll(/_exists_:(?<field>[\w.]+)/g)].map(({ groups }) => groups?.field ?? ''),
      ...[...bucketAggs, ...metrics].flatMap(({ field }) => field ?? []),
    ])
    .filter((field) => field !== '_exists_' && field !== 'namespace');
}

/** Values of the variables of Grafana. */
function withValues(expr: string): string {
  return expr
    .replaceAll('$__rate_interval', '2m')
    .replaceAll('$__range', '1h')
    .replace(/\$price\b/g, '0.1')
    .replace(/\$\w+/g, '.*');
}
