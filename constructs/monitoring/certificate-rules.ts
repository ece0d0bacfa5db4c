import type { AlertRule, RuleGroup } from '../core';
import { platformSeries } from './platform-metrics';

/** cert-manager renews 30 days before the end; what is not renewed a week later will not be without help. In days. */
const RENEWED_BEFORE = 21;

/**
 * Whether cert-manager keeps renewing certificates, by its own metrics. It tells the namespace of a certificate in a label that
 * scraping may rename, so that only names are compared.
 *
 * @param names names of the Certificates
 */
export function certManagerRules(names: readonly string[]): RuleGroup {
  const name = `~${[...new Set(names)].sort().join('|')}`;
  const expires = platformSeries('certificateExpires', { name });
  const rules: AlertRule[] = [
    {
      alert: 'CertManagerMetricsAbsent',
      expr: `absent(${expires})`,
      for: '15m',
      severity: 'warning',
      summary: 'Prometheus has no metrics of cert-manager: nobody is told when certificates are not renewed',
      action: 'Let Prometheus scrape cert-manager, which serves them on port 9402',
    },
    {
      alert: 'CertificateNotRenewed',
      expr: `(${expires} - time()) / 86400 < ${RENEWED_BEFORE}`,
      for: '1h',
      severity: 'warning',
      summary: 'The certificate {{ $labels.name }} expires in {{ $value | humanize }} days and has not been renewed',
      action: 'Its events say why; often the issuer is not ready',
    },
    {
      alert: 'CertificateNotReady',
      expr: `${platformSeries('certificateReady', { name, condition: 'False' })} == 1`,
      for: '30m',
      severity: 'warning',
      summary: 'cert-manager cannot issue the certificate {{ $labels.name }}',
      action: 'Its events say why; often the issuer is not ready',
    },
  ];
  return { name: 'certificates', runbook: 'platform.md', rules };
}
