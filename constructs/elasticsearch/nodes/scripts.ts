import { READINESS_PORT } from '../names';

/** File in the data directory that says: this node has been in a cluster. */
const MARKER = '/usr/share/elasticsearch/data/.joined-cluster';

/** What the script that prepares a pod depends on. */
export interface PrepareInput {
  /** Whether `vm.max_map_count` of the Kubernetes node must allow for mapped indices. */
  readonly allowMmap: boolean;

  /** Names of the nodes that elect the first master; the first of them calls the election. */
  readonly initialMasterNodes: readonly string[];

  /**
   * Whether the keys of object storage are mounted and go into the keystore.
   *
   * @default false
   */
  readonly s3Storage?: boolean;
}

/**
 * Script of the init container, for a POSIX shell: makes the configuration directory, which must be writable for the
 * keystore although the image's file system is not.
 *
 * `users`, `users_roles`, `service_tokens` and `roles.yml` are links into mounted volumes, so that Elasticsearch sees and
 * reloads what is rotated there.
 *
 * `cluster.initial_master_nodes` is for the first start only, and for the first master only: a cluster is started by one
 * node, together with as many others as make a majority of the list. All others join, so that new volumes of theirs, of
 * masters that were added or that lost what they had, never start a second cluster. Neither does a new volume of the first
 * one while another master of the list remembers the cluster, because that one does not vote for a node that knows less.
 *
 * Whether there is node state on the volume does not tell that a start is not the first: a node writes it before the first
 * election, and a first start that was interrupted would then never form a cluster. Hence the marker, which
 * `preStopScript` leaves when a node that is in a cluster stops.
 */
export function prepareScript({ allowMmap, initialMasterNodes, s3Storage }: PrepareInput): string {
  return [
    HEAD,
    ...(allowMmap ? [CHECK_MAX_MAP_COUNT] : []),
    CONFIGURATION,
    ...(s3Storage ? [S3_KEYS] : []),
    bootstrap(initialMasterNodes),
  ].join('\n');
}

/**
 * Runs before a pod stops, in bash: notes that the node has been in a cluster, then waits until Services no longer send
 * it requests.
 *
 * @param seconds how long kube-proxy may need to learn that the pod is leaving
 */
export function preStopScript(seconds: number): string {
  return `if (: < /dev/tcp/127.0.0.1/${READINESS_PORT}) 2> /dev/null; then touch ${MARKER}; fi; sleep ${seconds}`;
}

const HEAD = `#!/bin/sh
set -eu
`;

const CHECK_MAX_MAP_COUNT = `max_map_count=$(cat /proc/sys/vm/max_map_count)
if [ "$max_map_count" -lt 262144 ]; then
  echo "vm.max_map_count must be at least 262144, better 1048576, on node $NODE_NAME, got $max_map_count; run on it:" >&2
  echo "  sysctl -w vm.max_map_count=1048576" >&2
  echo "  echo vm.max_map_count=1048576 > /etc/sysctl.d/99-elasticsearch.conf" >&2
  echo "or set allowMmap to false, which makes searches slower" >&2
  exit 1
elif [ "$max_map_count" -lt 1048576 ]; then
  echo "vm.max_map_count on node $NODE_NAME is $max_map_count; Elastic recommends 1048576" >&2
fi
`;

const CONFIGURATION = `cd /mnt/config
# The volume outlives a container: a copy must not go through the links of an earlier run.
rm -f users users_roles service_tokens roles.yml
cp -R /usr/share/elasticsearch/config/. .
cp /mnt/settings/elasticsearch.yml elasticsearch.yml
ln -sf roles/roles.yml roles.yml
for file in users users_roles service_tokens; do
  ln -sf "file-realm/$file" "$file"
done
`;

/** From standard input rather than as files: a newline at the end of a key is not part of it. */
const S3_KEYS = `export ES_PATH_CONF=/mnt/config
rm -f elasticsearch.keystore
/usr/share/elasticsearch/bin/elasticsearch-keystore create
for key in access_key secret_key; do
  /usr/share/elasticsearch/bin/elasticsearch-keystore add --stdin "s3.client.default.$key" < "/mnt/s3/$key"
done
`;

/** @see https://www.elastic.co/docs/deploy-manage/distributed-architecture/discovery-cluster-formation/modules-discovery-bootstrap-cluster */
function bootstrap(nodes: readonly string[]): string {
  return `if [ "$POD_NAME" = ${nodes[0]} ] && [ ! -e ${MARKER} ]; then
  echo 'cluster.initial_master_nodes: [${nodes.join(', ')}]' >> elasticsearch.yml
fi
`;
}
