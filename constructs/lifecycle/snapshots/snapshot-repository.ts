import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import { refuse } from '../../core';
import {
  bodyConfigMap,
  configMapMistakes,
  type IProvisioned,
  nameMistakes,
  type ProvisionedObject,
  type ProvisionedObjectProps,
  provisionedObject,
} from '../provisioned-object';

/** Properties for defining a `SnapshotRepository`. */
export interface SnapshotRepositoryProps extends ProvisionedObjectProps {
  /** Name of the repository in Elasticsearch; snapshot policies refer to it. */
  readonly repositoryName: string;

  /** Bucket of the object storage; it must exist. One cluster alone may write to it, or to `basePath` in it. */
  readonly bucket: string;

  /**
   * Path in the bucket below which everything is.
   *
   * @default - the root of the bucket
   */
  readonly basePath?: string;
}

/**
 * A place for snapshots in object storage that speaks S3. Elasticsearch reaches it as `s3Storage` of the cluster says; keys
 * are never part of the repository.
 *
 * Emits one ConfigMap whose `repository.json` is the body of `PUT _snapshot/<repositoryName>`.
 *
 * @throws PropsError if a name cannot be one
 * @see https://www.elastic.co/docs/deploy-manage/tools/snapshot-and-restore/s3-repository
 */
export class SnapshotRepository extends Construct implements IProvisioned {
  /** Name of the repository in Elasticsearch. */
  readonly repositoryName: string;

  /** What a provisioner applies. */
  readonly request: ProvisionedObject;

  /** Holds `repository.json`. */
  readonly configMap: k8s.KubeConfigMap;

  constructor(scope: Construct, id: string, props: SnapshotRepositoryProps) {
    super(scope, id);
    const { repositoryName, bucket, basePath } = props;
    refuse(this, [
      ...nameMistakes('repositoryName', repositoryName),
      ...configMapMistakes(props),
      ...bucketMistakes(bucket),
      ...(basePath === undefined || /^[^/](.*[^/])?$/.test(basePath)
        ? []
        : [`basePath must neither begin nor end with a slash, got '${basePath}'; remove it`]),
    ]);

    this.repositoryName = repositoryName;
    const body = { type: 's3', settings: { bucket, ...(basePath && { base_path: basePath }) } };
    this.request = provisionedObject('snapshot repository', repositoryName, body, props);
    this.configMap = bodyConfigMap(this, this.request);
  }
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
function bucketMistakes(bucket: string): string[] {
  if (/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) return [];
  return [`bucket must be 3 to 63 lower-case letters, digits, dots and dashes, got '${bucket}'; correct it`];
}
