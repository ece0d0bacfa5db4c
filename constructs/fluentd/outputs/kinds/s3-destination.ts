import {
  type AuthorityReference,
  type MemoryQuantity,
  type Mistake,
  mistakeIn,
  type SecretReference,
  shown,
  type TimeValue,
  toBytes,
  toSeconds,
} from '../../../core';
import { ownReferenceMistakes, urlMistakes } from './own';

/** Object storage that speaks S3: an archive, for the years that auditors ask for. */
export interface S3Destination {
  /** The bucket; it must exist. */
  readonly bucket: string;

  /**
   * Region of the bucket.
   *
   * @default 'us-east-1'
   */
  readonly region?: string;

  /**
   * Base URL of storage that is not Amazon's.
   *
   * @default - Amazon's, of the region
   */
  readonly endpoint?: string;

  /**
   * What all keys begin with.
   *
   * @default 'logs'
   */
  readonly prefix?: string;

  /** Who writes, in the keys `access_key` and `secret_key`. */
  readonly credentials: SecretReference<'access_key' | 'secret_key'>;

  /**
   * Time whose logs are in one object, and whose name is in its key; at most a day.
   *
   * @default '1h'
   */
  readonly interval?: TimeValue;

  /**
   * Text after which an object is written before its time is over. It is less when compressed.
   *
   * @default '32Mi'
   */
  readonly objectSize?: MemoryQuantity;

  /**
   * Class of storage, e.g. `STANDARD_IA`.
   *
   * @default 'STANDARD'
   */
  readonly storageClass?: string;

  /**
   * How the server encrypts objects: with a key of the storage, or one of its key management.
   *
   * @default - as the bucket says
   */
  readonly encryption?: 'AES256' | 'aws:kms';

  /**
   * Whether an upload ends with a checksum. Object lock of Amazon asks for it; much other storage does not know it.
   *
   * @default - only without `endpoint`
   */
  readonly checksums?: boolean;

  /**
   * The authority that signed the certificate of the storage.
   *
   * @default 'public'
   */
  readonly authority?: AuthorityReference;
}

const DAY = 86_400;
const BUCKET = /^(?!\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const PREFIX = /^[\w.-]+(\/[\w.-]+)*$/;

/** Time whose logs are in one object. */
export const intervalOf = ({ interval = '1h' }: S3Destination) => interval;

/** Text of an object. */
export const objectSizeOf = ({ objectSize = '32Mi' }: S3Destination) => objectSize;

/** What is wrong with an archive. */
export function s3Mistakes(options: S3Destination): Mistake[] {
  const { bucket, prefix, endpoint, storageClass, credentials, authority } = options;
  const seconds = toSeconds(intervalOf(options));
  return [
    ...mistakeIn(
      ['bucket'],
      BUCKET.test(bucket ?? ''),
      'the name of a bucket (a-z, 0-9, - and ., 3 to 63 characters, no IP address)',
      bucket,
      'correct it',
    ),
    ...(endpoint === undefined ? [] : urlMistakes('endpoint', endpoint, 'https://s3.example.com')),
    ...mistakeIn(
      ['prefix'],
      prefix === undefined || PREFIX.test(prefix),
      'folders (letters, digits, ., _ and -, with / between them)',
      prefix,
      'write for example logs/production',
    ),
    ...(seconds >= 60 && seconds <= DAY && DAY % seconds === 0
      ? []
      : [
          {
            path: ['interval'],
            message: `must be 1m to 1d and divide a day, got ${shown(options.interval)}; write for example 15m or 1h`,
          },
        ]),
    ...(toBytes(objectSizeOf(options)) >= 2 ** 20 && toBytes(objectSizeOf(options)) <= 2 ** 30
      ? []
      : [
          {
            path: ['objectSize'],
            message: `must be 1Mi to 1Gi, got ${shown(options.objectSize)}; write for example 32Mi`,
          },
        ]),
    ...mistakeIn(
      ['storageClass'],
      storageClass === undefined || /^[A-Z][A-Z_]*$/.test(storageClass),
      'a class of storage (capital letters and _)',
      storageClass,
      'write for example STANDARD_IA',
    ),
    ...(credentials === undefined
      ? [{ path: ['credentials'], message: 'must be given, got nothing; name the Secret of a user that may write' }]
      : ownReferenceMistakes('credentials', credentials, ['access_key', 'secret_key'])),
    ...ownReferenceMistakes('authority', authority, ['ca.crt']),
  ];
}
