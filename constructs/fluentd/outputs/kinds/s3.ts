import { toSeconds } from '../../../core';
import { match } from '../../plugins';
import type { OutputKind } from './kind';
import { authorityFile, authorityVolume, fromSecret, ownBuffer, ownVariable, serverOf } from './own';
import { intervalOf, objectSizeOf, type S3Destination, s3Mistakes } from './s3-destination';

/**
 * A chunk is an object whose key ends with the id of the chunk, so that sending it again writes the same object and not
 * another one. Ids of chunks begin with the time at which they were made: by their keys, objects of a node are in order.
 */
export const s3: OutputKind<S3Destination> = {
  isIdempotent: false,
  isBuffered: true,
  gem: 'fluent-plugin-s3',
  chunkSize: objectSizeOf,
  collects: intervalOf,
  mistakes: s3Mistakes,
  servers: ({ endpoint, region = 'us-east-1', bucket }) =>
    endpoint === undefined ? [`${bucket}.s3.${region}.amazonaws.com:443`] : serverOf(endpoint),
  match: (options, own) => {
    const { bucket, region = 'us-east-1', endpoint, prefix = 'logs', storageClass, encryption, authority } = options;
    const { checksums = endpoint === undefined } = options;
    const seconds = toSeconds(intervalOf(options));
    const file = authorityFile(own, authority);
    const { flush_interval: _, ...buffer } = ownBuffer(own);
    const folder = seconds <= 3_600 ? '%Y/%m/%d/%H' : '%Y/%m/%d';
    return match.s3('**', {
      '@id': own.name,
      s3_bucket: bucket,
      s3_region: region,
      ...(endpoint !== undefined && { s3_endpoint: endpoint, force_path_style: true }),
      aws_key_id: ownVariable(own, 'access_key'),
      aws_sec_key: ownVariable(own, 'secret_key'),
      ...(file !== undefined && { ssl_ca_bundle: file }),
      path: `${prefix}/`,
      s3_object_key_format: `%{path}\${tag}/${folder}/\${chunk_id}.%{file_extension}`,
      store_as: 'gzip',
      compute_checksums: checksums,
      ...(storageClass !== undefined && { storage_class: storageClass }),
      ...(encryption !== undefined && { use_server_side_encryption: encryption }),
      // Storage that is away when Fluentd starts is no reason not to start.
      check_apikey_on_start: false,
      check_bucket: false,
      auto_create_bucket: false,
      // An object of this name is the same one, sent before.
      check_object: false,
      format: { '@type': 'json' },
      buffer: {
        chunk_keys: ['tag', 'time'],
        timekey: seconds,
        timekey_wait: '1m',
        timekey_use_utc: true,
        flush_mode: 'lazy',
        ...buffer,
      },
    });
  },
  footprint: (options, own) => ({
    ...authorityVolume(own, options.authority),
    env: (['access_key', 'secret_key'] as const).map((key) => fromSecret(own, options.credentials, key)),
    // An object is compressed into a file before it is sent.
    temporary: [objectSizeOf(options)],
  }),
};
