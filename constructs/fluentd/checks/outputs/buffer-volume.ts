import type { Directive } from '../../conf';
import { catalogue } from '../../plugins/catalogue.generated';
import type { ConfigurationRule, SizedVolume } from '../rule';
import { type Buffer, buffersOf } from './buffers';
import { inFluentdsWords } from './sizes';

/**
 * Buffers that are larger than the disk that they have. A file buffer may take 64 GiB unless it says less. The volume fills
 * before the buffer, and what happens then is an eviction or an error of the disk, not the `overflow_action`:
 * https://github.com/openshift/cluster-logging-operator/pull/1197.
 */
export const bufferVolume: ConfigurationRule = {
  name: 'buffer-volume',
  severity: 'error',
  reason: 'When the disk is full before the buffer, the pod is evicted or cannot write, whatever overflow_action says.',
  check: ({ directives, surroundings: { volumes = [] } }) => {
    if (volumes.length === 0) return [];
    const buffers = buffersOf(catalogue(), directives).filter(({ type }) => type?.startsWith('file'));
    return volumes.flatMap((volume) => {
      const inside = buffers.filter((buffer) => volumeOf(folderOf(buffer, directives), volumes) === volume);
      const total = inside.reduce((sum, { totalLimit = 0 }) => sum + totalLimit, 0);
      const [first, ...others] = [...inside].sort((a, b) => (b.totalLimit ?? 0) - (a.totalLimit ?? 0));
      if (!first || total <= volume.size) return [];
      const size = inFluentdsWords(volume.size);
      const what = others.length > 0 ? `together with ${others.length} other buffers, ` : '';
      const text = `must fit the volume ${volume.name} (${size}), ${what}got ${inFluentdsWords(total)}${isSaid(first) ? '' : ' by default'}; lower it, or enlarge the volume`;
      return [{ path: first.path, param: 'total_limit_size', text }];
    });
  },
};

function isSaid({ params }: Buffer): boolean {
  return 'total_limit_size' in params || 'queue_limit_length' in params;
}

/** Where a buffer is: what it says, or a folder in that of `<system>`. */
function folderOf({ params, output }: Buffer, directives: readonly Directive[]): string | undefined {
  const said = params.path ?? directives.find(({ name }) => name === 'system')?.params?.root_dir;
  return typeof said === 'string' && (params.path !== undefined || '@id' in (output.at(-1)?.params ?? {}))
    ? said
    : undefined;
}

/** The innermost volume that holds a path. */
function volumeOf(path: string | undefined, volumes: readonly SizedVolume[]): SizedVolume | undefined {
  return volumes
    .filter(({ mountPath }) => path === mountPath || path?.startsWith(`${mountPath.replace(/\/$/, '')}/`))
    .sort((a, b) => b.mountPath.length - a.mountPath.length)[0];
}
