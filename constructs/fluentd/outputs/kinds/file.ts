import { type TimeValue, toSeconds } from '../../../core';
import { match, source } from '../../plugins';
import { nodeFolderMistakes } from '../../pod/state-volume';
import type { OutputKind } from './kind';
import { ownBuffer, ownFolder, volumeName } from './own';

/** Files on the node, `<route>/<day>.log`, with an event per line as JSON. */
export interface FileDestination {
  /** Folder of the node; it is made if it is not there. */
  readonly hostPath: string;

  /** Age at which a file is removed, counted from its last line: a node's disk is not endless. */
  readonly deleteMinAge: TimeValue;
}

/** A chunk that was written when Fluentd was killed is written again. */
export const file: OutputKind<FileDestination> = {
  isIdempotent: false,
  isBuffered: true,
  mistakes: ({ hostPath }) => nodeFolderMistakes(hostPath, ['hostPath'], '/var/log/archive'),
  servers: () => [],
  match: (_, own) =>
    match.file('**', {
      '@id': own.name,
      path: `${ownFolder(own)}/\${tag}/%Y-%m-%d`,
      append: true,
      format: { '@type': 'json' },
      buffer: {
        chunk_keys: ['tag', 'time'],
        timekey: '1d',
        timekey_use_utc: true,
        flush_mode: 'interval',
        ...ownBuffer(own),
      },
    }),
  sources: ({ deleteMinAge }, own) => [
    source.exec({
      comment: `Removes files of the output ${own.name}`,
      '@id': `${own.name}_retention`,
      '@label': '@FLUENT_LOG',
      tag: 'retention',
      run_interval: '1h',
      command: `find ${ownFolder(own)} -type f -mmin +${Math.ceil(toSeconds(deleteMinAge) / 60)} -delete`,
      parse: { '@type': 'none' },
    }),
  ],
  footprint: ({ hostPath }, own) => ({
    volumes: [{ name: volumeName(own), hostPath: { path: hostPath, type: 'DirectoryOrCreate' } }],
    mounts: [{ name: volumeName(own), mountPath: ownFolder(own) }],
  }),
};
