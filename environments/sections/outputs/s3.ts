import { choice, flag, memoryQuantity, section, timeValue, words } from '../../values';
import { authority, secret } from './references';

/** Object storage that speaks S3. */
export const s3 = section({
  /** The bucket; it must exist. */
  bucket: words,
  /** Region of the bucket; Amazon's first one when left out. */
  region: words.optional(),
  /** Base URL of storage that is not Amazon's. */
  endpoint: words.optional(),
  /** What all keys begin with; `logs` when left out. */
  prefix: words.optional(),
  /** The Secret of who writes, with the keys `access_key` and `secret_key`. */
  credentials: secret('access_key', 'secret_key'),
  /** Time whose logs are in one object; an hour when left out. */
  interval: timeValue.optional(),
  /** Text after which an object is written before its time is over; 32Mi when left out. */
  objectSize: memoryQuantity.optional(),
  /** Class of storage; `STANDARD` when left out. */
  storageClass: words.optional(),
  /** How the server encrypts objects; as the bucket says when left out. */
  encryption: choice(['AES256', 'aws:kms']).optional(),
  /** Whether an upload ends with a checksum; only with Amazon's storage when left out. */
  checksums: flag.optional(),
  /** The authority of its certificate; a public one when left out. */
  authority: authority.optional(),
});
