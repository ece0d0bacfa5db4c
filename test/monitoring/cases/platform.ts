import type { RuleCases } from './case';

const DAY = 86_400;
const KIBANA = 'namespace="logging",deployment="kibana"';
const DAEMON_SET = 'namespace="logging-agents",daemonset="fluentd"';

/** Of the rules by metrics of kube-state-metrics and cert-manager. */
export const PLATFORM_CASES: RuleCases = {
  KubeStateMetricsAbsent: {
    fires: {
      series: { 'kube_deployment_status_replicas_available{namespace="shop",deployment="cart"}': '1x30' },
      at: '16m',
      labels: { namespace: 'logging', deployment: 'kibana' },
      summary:
        'Prometheus has no metrics of kube-state-metrics: nobody is told when Kibana, the provisioner or pods fail',
    },
    quiet: { series: { [`kube_deployment_status_replicas_available{${KIBANA}}`]: '0x30' }, at: '16m' },
  },
  KibanaDown: {
    fires: {
      series: { [`kube_deployment_status_replicas_available{${KIBANA}}`]: '0x30' },
      at: '6m',
      labels: { namespace: 'logging', deployment: 'kibana' },
      summary: 'Kibana is not available: logs are stored, but nobody can look at them',
    },
    quiet: { series: { [`kube_deployment_status_replicas_available{${KIBANA}}`]: '0x3 1 0x3' }, at: '6m' },
  },
  ProvisionerFailed: {
    fires: {
      series: { 'kube_job_failed{namespace="logging",job_name="provisioner-1a2b3c4d",condition="true"}': '1x10' },
      at: '1m',
      labels: { namespace: 'logging', job_name: 'provisioner-1a2b3c4d' },
      summary: 'The job provisioner-1a2b3c4d has failed: policies and templates are not as the environment says',
    },
    quiet: {
      series: {
        'kube_job_failed{namespace="logging",job_name="provisioner-1a2b3c4d",condition="false"}': '1x10',
        'kube_job_failed{namespace="shop",job_name="provisioner-1a2b3c4d",condition="true"}': '1x10',
      },
      at: '1m',
    },
  },
  AggregatorNotReady: {
    fires: {
      series: { 'kube_pod_status_ready{namespace="logging",pod="fluentd-aggregator-1",condition="true"}': '0x30' },
      at: '16m',
      labels: { namespace: 'logging', pod: 'fluentd-aggregator-1' },
      summary: 'fluentd-aggregator-1 has not been ready for a quarter of an hour: the others must take its part',
    },
    quiet: {
      series: {
        'kube_pod_status_ready{namespace="logging",pod="fluentd-aggregator-1",condition="true"}': '0x10 1 0x10',
        'kube_pod_status_ready{namespace="logging",pod="fluentd-aggregator-test",condition="true"}': '0x30',
      },
      at: '16m',
    },
  },
  FluentdNotReady: {
    fires: {
      series: { 'kube_pod_status_ready{namespace="logging-agents",pod="fluentd-x7k2p",condition="true"}': '0x30' },
      at: '16m',
      labels: { namespace: 'logging-agents', pod: 'fluentd-x7k2p' },
      summary: 'fluentd-x7k2p has not been ready for a quarter of an hour: the logs of its node may not be collected',
    },
    quiet: {
      series: {
        'kube_pod_status_ready{namespace="logging-agents",pod="fluentd-x7k2p",condition="true"}': '0x10 1 0x10',
        'kube_pod_status_ready{namespace="logging-agents",pod="fluentd-test",condition="true"}': '0x30',
      },
      at: '16m',
    },
  },
  FluentdNotMade: {
    fires: {
      series: {
        [`kube_daemonset_status_desired_number_scheduled{${DAEMON_SET}}`]: '10x30',
        [`kube_daemonset_status_current_number_scheduled{${DAEMON_SET}}`]: '8x30',
      },
      at: '16m',
      labels: { namespace: 'logging-agents', daemonset: 'fluentd' },
      summary: '2 nodes have no pod of Fluentd: their logs are not collected',
    },
    quiet: {
      series: {
        [`kube_daemonset_status_desired_number_scheduled{${DAEMON_SET}}`]: '10x30',
        [`kube_daemonset_status_current_number_scheduled{${DAEMON_SET}}`]: '10x30',
      },
      at: '16m',
    },
  },
  CertManagerMetricsAbsent: {
    fires: {
      series: { 'certmanager_certificate_expiration_timestamp_seconds{name="shop-tls"}': '999x30' },
      at: '16m',
      summary: 'Prometheus has no metrics of cert-manager: nobody is told when certificates are not renewed',
    },
    quiet: {
      series: { 'certmanager_certificate_expiration_timestamp_seconds{name="fluentd-tls"}': '999x30' },
      at: '16m',
    },
  },
  CertificateNotRenewed: {
    fires: {
      series: { 'certmanager_certificate_expiration_timestamp_seconds{name="fluentd-tls"}': `${15 * DAY + 7200}x200` },
      at: '2h',
      labels: { name: 'fluentd-tls' },
      summary: 'The certificate fluentd-tls expires in 15 days and has not been renewed',
    },
    quiet: {
      series: {
        'certmanager_certificate_expiration_timestamp_seconds{name="fluentd-tls"}': `${22 * DAY}x200`,
        'certmanager_certificate_expiration_timestamp_seconds{name="shop-tls"}': `${DAY}x200`,
      },
      at: '2h',
    },
  },
  CertificateNotReady: {
    fires: {
      series: { 'certmanager_certificate_ready_status{name="fluentd-tls",condition="False"}': '1x60' },
      at: '31m',
      labels: { name: 'fluentd-tls', condition: 'False' },
      summary: 'cert-manager cannot issue the certificate fluentd-tls',
    },
    quiet: {
      series: {
        'certmanager_certificate_ready_status{name="fluentd-tls",condition="False"}': '0x60',
        'certmanager_certificate_ready_status{name="shop-tls",condition="False"}': '1x60',
      },
      at: '31m',
    },
  },
};
