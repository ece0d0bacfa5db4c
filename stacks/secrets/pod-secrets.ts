/** Kinds whose pods read Secrets when they start, and not again: Elasticsearch's own reload them, a Job cannot change. */
const RESTARTED = ['Deployment', 'DaemonSet'];

/**
 * Names of the Secrets of which a change must restart the pods of `manifest`, sorted: all that Fluentd's and Kibana's pods
 * mount or take variables from.
 */
export function secretsToRestartFor(manifest: { readonly kind: string; readonly [field: string]: unknown }): string[] {
  return RESTARTED.includes(manifest.kind) || isAggregator(manifest) ? [...new Set(namesIn(manifest.spec))].sort() : [];
}

/** A StatefulSet as those of Elasticsearch, but of Fluentd. */
function isAggregator({ kind, metadata }: { readonly kind: string; readonly metadata?: unknown }): boolean {
  const labels = (metadata as { labels?: Record<string, string> } | undefined)?.labels ?? {};
  return kind === 'StatefulSet' && labels['app.kubernetes.io/name'] === 'fluentd';
}

function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'secretName' && typeof inner === 'string') return [inner];
    if (key === 'secretKeyRef' || key === 'secretRef') return [(inner as { name: string }).name];
    // Of a projected volume; that of a volume of its own has a `secretName`.
    if (key === 'secret' && typeof inner?.name === 'string') return [inner.name];
    return namesIn(inner);
  });
}
