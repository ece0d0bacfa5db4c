import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';

import { textModule } from '../text-module';
import { APPLICATIONS } from './applications';
import { FLEET } from './collector/fleet';
import { INGEST } from './collector/ingest';
import { NODE } from './collector/node';
import { ELASTICSEARCH } from './elasticsearch/cluster';
import { LIFECYCLE } from './elasticsearch/lifecycle';

/** All dashboards, by the names of their files. */
export const DASHBOARDS: Readonly<Record<string, Dashboard>> = {
  collectors: FLEET,
  node: NODE,
  ingest: INGEST,
  applications: APPLICATIONS,
  elasticsearch: ELASTICSEARCH,
  lifecycle: LIFECYCLE,
};

/** The dashboards as the construct gets them: what builds them is larger than the whole package. */
export function dashboardFiles(): string {
  return textModule({
    source: 'codegen/dashboards',
    comment: 'Dashboards of Grafana, by file name; the construct puts addresses into their links.',
    name: 'DASHBOARD_FILES',
    texts: Object.fromEntries(
      Object.entries(DASHBOARDS).map(([name, content]) => [`${name}.json`, `${JSON.stringify(content, null, 1)}\n`]),
    ),
  });
}
