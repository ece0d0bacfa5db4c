import type { DataSourceRef } from '@grafana/grafana-foundation-sdk/common';
import {
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  TextBoxVariableBuilder,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';

/** The Prometheus that is asked; the first one unless somebody chooses. */
export const PROMETHEUS: DataSourceRef = { type: 'prometheus', uid: '${datasource}' };

/** The Elasticsearch that is asked for logs. */
export const ELASTICSEARCH: DataSourceRef = { type: 'elasticsearch', uid: '${logs}' };

/** Choice of a data source of a type. */
export function dataSource(name: string, label: string, type: string): DatasourceVariableBuilder {
  return new DatasourceVariableBuilder(name).label(label).type(type);
}

/** Which values can be chosen, and how many. */
export interface ChoiceProps {
  /** Name of the variable, which is that of the label. */
  readonly name: string;

  /** What people read. */
  readonly label: string;

  /** Series whose label has the values. */
  readonly of: string;

  /** One value, or several, or all. @default 'all' */
  readonly many?: 'one' | 'all';
}

/** Choice of the values that a label has. All of them are everything, also where the label is not there. */
export function choice({ name, label, of, many = 'all' }: ChoiceProps): QueryVariableBuilder {
  const query = `label_values(${of}, ${name})`;
  const variable = new QueryVariableBuilder(name)
    .label(label)
    .datasource(PROMETHEUS)
    .query({ query, refId: name })
    .definition(query)
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.AlphabeticalAsc);
  return many === 'one'
    ? variable
    : variable
        .multi(true)
        .includeAll(true)
        .allValue('.*')
        .current({ text: ['All'], value: ['$__all'] });
}

/** A number that people type. */
export function textBox(name: string, label: string, value: string): TextBoxVariableBuilder {
  return new TextBoxVariableBuilder(name).label(label).defaultValue(value).current({ text: value, value });
}
