/**
 * Metrics of kube-state-metrics and of cert-manager that rules ask for. A test compares them with what their guides list.
 *
 * @see https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics
 * @see https://cert-manager.io/docs/devops-tips/prometheus-metrics/
 */
export const PLATFORM_METRICS = {
  availableReplicas: 'kube_deployment_status_replicas_available',
  failedJob: 'kube_job_failed',
  readyPod: 'kube_pod_status_ready',
  wantedPods: 'kube_daemonset_status_desired_number_scheduled',
  madePods: 'kube_daemonset_status_current_number_scheduled',
  certificateExpires: 'certmanager_certificate_expiration_timestamp_seconds',
  certificateReady: 'certmanager_certificate_ready_status',
} as const;

/** The series of a metric with these labels. */
export function platformSeries(name: keyof typeof PLATFORM_METRICS, labels: Readonly<Record<string, string>>): string {
  const matchers = Object.entries(labels).map(([label, value]) =>
    value.startsWith('~') ? `${label}=~"${value.slice(1)}"` : `${label}="${value}"`,
  );
  return `${PLATFORM_METRICS[name]}{${matchers.join(',')}}`;
}
