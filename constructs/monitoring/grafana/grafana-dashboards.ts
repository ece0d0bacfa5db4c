import { Yaml } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import { labels, refuse } from '../../core';
import { type DashboardAddresses, withAddresses } from './addresses';
import { DASHBOARD_FILES } from './dashboards.generated';

/** Properties of `GrafanaDashboards`. */
export interface GrafanaDashboardsProps extends DashboardAddresses {
  /**
   * How they get to Grafana: `sidecar` makes a ConfigMap for each, which the sidecar of Grafana's chart finds by its label;
   * `provisioning` makes one with all of them, and one with the file that tells Grafana of them, for you to mount.
   *
   * @default 'sidecar'
   */
  readonly as?: 'sidecar' | 'provisioning';

  /**
   * Name of the ConfigMaps, before that of the dashboard.
   *
   * @default 'grafana-dashboards'
   */
  readonly name?: string;

  /**
   * Folder in Grafana. The sidecar of its chart puts them there with `folderAnnotation: grafana_folder` and
   * `provider.foldersFromFilesStructure: true`.
   *
   * @default 'Logging'
   */
  readonly folder?: string;

  /**
   * Labels by which the sidecar finds the ConfigMaps.
   *
   * @default { grafana_dashboard: '1' }
   */
  readonly sidecarLabels?: Readonly<Record<string, string>>;
}

/** Where the container of Grafana must have the ConfigMap of `provisioning`. */
export const DASHBOARDS_PATH = '/var/lib/grafana/dashboards/efk';

/** A name of a ConfigMap with the name of a dashboard behind it. */
const NAME = /^[a-z0-9]([-a-z0-9]{0,50}[a-z0-9])?$/;

/**
 * Dashboards of the stack for Grafana: collectors, one node, ingest, applications, Elasticsearch, and lifecycle. They ask only for metrics and fields
 * that the stack has.
 *
 * @throws PropsError if the name cannot be one
 */
export class GrafanaDashboards extends Construct {
  /** What holds them. */
  readonly configMaps: readonly k8s.KubeConfigMap[];

  constructor(scope: Construct, id: string, props: GrafanaDashboardsProps = {}) {
    super(scope, id);
    const { as = 'sidecar', name = 'grafana-dashboards', folder = 'Logging' } = props;
    const { sidecarLabels = { grafana_dashboard: '1' } } = props;
    refuse(
      this,
      NAME.test(name)
        ? []
        : [`name must be a DNS label (a-z, 0-9 and -, at most 52 characters), got ${JSON.stringify(name)}; change it`],
    );
    const ours = labels({ name: 'grafana-dashboards', instance: name });
    const files = Object.entries(DASHBOARD_FILES).map(([file, text]) => [file, addressed(text, props)] as const);
    this.configMaps =
      as === 'sidecar'
        ? files.map(([file, text]) => {
            const dashboard = file.replace('.json', '');
            return new k8s.KubeConfigMap(this, dashboard, {
              metadata: {
                name: `${name}-${dashboard}`,
                labels: { ...ours, ...sidecarLabels },
                annotations: { grafana_folder: folder },
              },
              data: { [`efk-${file}`]: text },
            });
          })
        : [
            new k8s.KubeConfigMap(this, 'Resource', {
              metadata: { name, labels: ours },
              data: Object.fromEntries(files),
            }),
            new k8s.KubeConfigMap(this, 'provider', {
              metadata: { name: `${name}-provider`, labels: ours },
              data: { 'efk.yaml': Yaml.stringify(provider(folder)) },
            }),
          ];
  }
}

/** The text of a dashboard with the addresses of an environment. */
function addressed(text: string, addresses: DashboardAddresses): string {
  return `${JSON.stringify(withAddresses(JSON.parse(text), addresses), null, 2)}\n`;
}

/**
 * What tells Grafana of files with dashboards.
 *
 * @see https://grafana.com/docs/grafana/latest/administration/provisioning/#dashboards
 */
function provider(folder: string): object {
  return {
    apiVersion: 1,
    providers: [{ name: 'efk', folder, type: 'file', options: { path: DASHBOARDS_PATH } }],
  };
}
