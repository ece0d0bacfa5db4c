import { bucketName, objectName, regionName } from '../names';
import { httpsUrl, section } from '../values';

/** Object storage that speaks S3. */
export const snapshots = section({
  /** Base URL of the storage. */
  endpoint: httpsUrl,
  /** Region of the bucket; Amazon's first one when left out, which other storage takes for granted. */
  region: regionName.optional(),
  /** Bucket, for this cluster alone; it must exist. */
  bucket: bucketName,
  /** Secret with the keys `access_key` and `secret_key`; made by other hands. */
  secretName: objectName,
});
