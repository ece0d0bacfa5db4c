import { Chart, Testing } from 'cdk8s';
import { expect, test } from 'vitest';

import { GrafanaDashboards, type GrafanaDashboardsProps } from '../../../../constructs/monitoring';
import { DASHBOARD_FILES } from '../../../../constructs/monitoring/grafana/dashboards.generated';

interface ConfigMap {
  readonly metadata: { readonly name: string; readonly labels: object; readonly annotations?: object };
  readonly data: Readonly<Record<string, string>>;
}

function configMaps(props?: GrafanaDashboardsProps): ConfigMap[] {
  const chart = new Chart(Testing.app(), 'dashboards', { namespace: 'monitoring', disableResourceNameHashes: true });
  new GrafanaDashboards(chart, 'dashboards', props);
  return Testing.synth(chart);
}

const files = Object.keys(DASHBOARD_FILES);

test('the sidecar finds a ConfigMap for each', () => {
  const made = configMaps();
  expect(made.map(({ metadata }) => metadata.name)).toEqual(
    files.map((file) => `grafana-dashboards-${file.replace('.json', '')}`),
  );
  for (const { metadata, data } of made) {
    expect(metadata).toMatchObject({
      labels: { grafana_dashboard: '1', 'app.kubernetes.io/managed-by': 'cdk8s-efk' },
      annotations: { grafana_folder: 'Logging' },
    });
    // The sidecar writes the files of all ConfigMaps into one folder.
    const [[file = '', text = ''] = []] = Object.entries(data);
    expect(file).toMatch(/^efk-\w+\.json$/);
    expect(JSON.parse(text)).toMatchObject({ editable: false });
  }
});

test('its labels, its folder and the names can be others', () => {
  const [first] = configMaps({ name: 'logs', folder: 'Platform', sidecarLabels: { team: 'platform' } });
  expect(first?.metadata).toMatchObject({
    name: 'logs-collectors',
    labels: { team: 'platform' },
    annotations: { grafana_folder: 'Platform' },
  });
  expect(first?.metadata.labels).not.toHaveProperty('grafana_dashboard');
});

test('without the sidecar there is one to mount, and the file that tells Grafana of it', () => {
  const [all, provider] = configMaps({ as: 'provisioning' });
  expect(Object.keys(all?.data ?? {}).sort()).toEqual([...files].sort());
  expect(provider?.metadata.name).toBe('grafana-dashboards-provider');
  expect(provider?.data).toMatchInlineSnapshot(`
    {
      "efk.yaml": "apiVersion: 1
    providers:
      - name: efk
        folder: Logging
        type: file
        options:
          path: /var/lib/grafana/dashboards/efk
    ",
    }
  `);
});

test('links lead where the environment says', () => {
  const texts = (props?: GrafanaDashboardsProps) =>
    configMaps(props)
      .flatMap(({ data }) => Object.values(data))
      .join();
  expect(texts()).not.toMatch(/(runbook|kibana):/);
  const addressed = texts({ runbookUrl: 'https://example.com/runbooks', kibanaUrl: 'https://kibana.example.com' });
  expect(addressed).toContain('https://example.com/runbooks/collector.md#fluentddown');
  expect(addressed).toContain('https://kibana.example.com/app/discover#/');
});

test('a name that is none is refused', () => {
  expect(() => configMaps({ name: 'Grafana' })).toThrow(
    '[dashboards/dashboards] name must be a DNS label (a-z, 0-9 and -, at most 52 characters), got "Grafana"; change it',
  );
});
