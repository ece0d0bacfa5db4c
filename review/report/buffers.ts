import { at, type KubernetesObject } from '../manifests/kubernetes-object';
import type { Figure } from './figure';

/** Name of the figure of what can be held while Elasticsearch is away. */
export const BUFFER = 'log buffer on each node';

/** Powers of 1024 by which Fluentd writes a size. */
const SUFFIXES = ['', 'k', 'm', 'g', 't'];

/** The buffer in front of Elasticsearch; others hold what can not be stored. */
const OUTPUT = /<match[^>]*>\s*@type elasticsearch[\s\S]*?<\/match>/g;

/** The figure of a configuration of Fluentd: what it can hold while Elasticsearch is away, on each node. */
export function bufferLimits(object: KubernetesObject): Figure[] {
  const conf = at(object, 'data', 'fluent.conf');
  if (typeof conf !== 'string') return [];
  const bytes = (conf.match(OUTPUT) ?? []).reduce((sum, output) => {
    const [, count, suffix = ''] = /total_limit_size\s+(\d+)([kmgt]?)/i.exec(output) ?? [];
    return sum + Number(count ?? 0) * 1024 ** SUFFIXES.indexOf(suffix.toLowerCase());
  }, 0);
  return [{ name: BUFFER, unit: 'bytes', value: bytes }];
}

/** Whole seconds after which `bufferBytes` are full: how long Elasticsearch may be away before a log is lost. */
export function lossSeconds(bufferBytes: number, bytesPerSecond: number): number {
  return Math.floor(bufferBytes / bytesPerSecond);
}
