/** Annotations by which the jobs `kubernetes-pods` of the usual configurations of Prometheus find pods that serve metrics over TLS. */
export function scrapeAnnotations(port: number): Record<string, string> {
  return {
    'prometheus.io/scrape': 'true',
    'prometheus.io/scheme': 'https',
    'prometheus.io/port': String(port),
  };
}
