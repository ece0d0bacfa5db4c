import { READINESS_PORT } from '../names';

/** Most seconds that a run of the script may take; the script gives up on its own before. */
export const READINESS_TIMEOUT_SECONDS = 10;

/** Seconds for which nothing must be under way in a cluster that is not green, so that the restart goes on. */
const SETTLED_SECONDS = 180;

/** Seconds for which no other pod must serve, so that this one does not wait for copies. */
const ALONE_SECONDS = 30;

/** Milliseconds for which a task may wait for the master; one that waits longer says that the master is behind. */
const MASTER_BEHIND_MILLIS = 30_000;

/** What the script of the readiness probe depends on. */
export interface ReadinessInput {
  /** Base URL of the HTTP API, whose host name stands in the certificate. */
  readonly url: string;

  /** Host name of the pods that serve and are ready; unknown to DNS while there is none. */
  readonly readyHost: string;

  /** Host name of the master-eligible pods, ready or not. */
  readonly discoveryHost: string;
}

/**
 * Script of the readiness probe, for bash with curl. A StatefulSet goes on with its next pod when this one is ready, so a
 * pod becomes ready when the cluster is green: every copy of every shard is there again, and the next node may be missed.
 *
 * The state of the cluster is asked for once in the life of a container. A probe that goes on asking takes all pods out of
 * their Service as soon as one node is lost (kubernetes/kubernetes#50363, elastic/helm-charts#374).
 *
 * Green is not waited for at any price:
 *
 * - While no pod serves, as after a power cut, it is enough that every shard has one copy (yellow): no restart is under way
 *   that would take the next node, and to copy the shards of a node that did not come back takes hours.
 * - A copy that cannot be assigned, because a node is lost, disks are full, or, in an upgrade, all other nodes are older
 *   than the one with the primary, does not come back by waiting. Once nothing has been under way for three minutes the
 *   pod becomes ready in spite of it. Otherwise neither an upgrade nor a cluster that starts without one of its nodes would
 *   ever end (elastic/helm-charts#783).
 */
export function readinessScript(input: ReadinessInput): string {
  return [JOINED, LET_THROUGH, ask(input), GREEN, alone(input), SETTLED].join('\n');
}

const JOINED = `#!/bin/bash
# Readiness probe. What it prints before it fails stands in the events of the pod.
wait_on() {
  echo "$1"
  exit 1
}
not_ready() {
  rm -f /tmp/settled /tmp/alone
  wait_on "$1"
}

# Open as long as the node is in a cluster.
(: < /dev/tcp/127.0.0.1/${READINESS_PORT}) 2> /dev/null || not_ready 'the node is not in a cluster'
`;

/** `/tmp` outlives a container; field 22, the start of its first process, does not. The name in field 2 may hold blanks. */
const LET_THROUGH = `stat=$(< /proc/1/stat)
read -ra after_name <<< "\${stat##*) }"
start="started \${after_name[19]}"
let_through() {
  echo "$start" > /tmp/let-through
  exit 0
}
[ "$(cat /tmp/let-through 2> /dev/null)" != "$start" ] || exit 0
`;

/** The password goes through a pipe: arguments can be read by anybody who lists processes. */
function ask({ url }: ReadinessInput): string {
  return `escaped() {
  local text
  text=$(< "/mnt/readiness/$1")
  text=\${text//\\\\/\\\\\\\\}
  printf %s "\${text//\\"/\\\\\\"}"
}
fields=status,unassigned_shards,delayed_unassigned_shards,initializing_shards
fields+=,number_of_in_flight_fetch,task_max_waiting_in_queue_millis
answer=$(
  printf 'user = "%s:%s"\\n' "$(escaped username)" "$(escaped password)" |
    curl --config - --silent --show-error --max-time ${READINESS_TIMEOUT_SECONDS - 2} --noproxy '*' \\
      --cacert /usr/share/elasticsearch/config/tls/http/ca.crt --connect-to ::127.0.0.1: --write-out '\\n%{http_code}' \\
      "${url}/_cluster/health?master_timeout=${READINESS_TIMEOUT_SECONDS - 4}s&filter_path=$fields" 2>&1
) || {
  answer=\${answer##*curl: }
  not_ready "the health of the cluster cannot be asked for: curl: \${answer%%$'\\n'*}"
}
code=\${answer##*$'\\n'} answer=\${answer%$'\\n'*}
if [ "$code" != 200 ]; then
  [[ $answer =~ \\"reason\\":\\"([^\\"]*) ]]
  not_ready "the health of the cluster cannot be asked for: $code \${BASH_REMATCH[1]:-\${answer:0:300}}"
fi
`;
}

/** Times are not those of the day, which can be set. */
const GREEN = `[[ $answer =~ \\"status\\":\\"(green|yellow|red)\\" ]] || not_ready "the health of the cluster has no status: $answer"
status=\${BASH_REMATCH[1]}
[ $status != green ] || let_through

# Whether what the file $1 stands for has been so for $2 seconds.
lasted() {
  local now noted
  read -r now _ < /proc/uptime
  now=\${now%.*}
  mapfile -t noted 2> /dev/null < "/tmp/$1"
  if [ "\${noted[0]}" != "$start" ]; then
    noted=("$start" "$now")
    printf '%s\\n' "\${noted[@]}" > "/tmp/$1"
  fi
  (( now - noted[1] >= $2 ))
}
`;

/** The second name is known as long as there are pods: if it is not, DNS does not work, and the first says nothing. */
function alone({ readyHost, discoveryHost }: ReadinessInput): string {
  return `known() {
  getent ahosts "$1" > /dev/null
}
if [ $status = yellow ] && ! known ${readyHost} && known ${discoveryHost}; then
  ! lasted alone ${ALONE_SECONDS} || let_through
else
  rm -f /tmp/alone
fi
`;
}

const SETTLED = `count() {
  [[ $answer =~ \\"$1\\":([0-9]+) ]] && echo "\${BASH_REMATCH[1]}"
}
unassigned=$(count unassigned_shards) delayed=$(count delayed_unassigned_shards)
initializing=$(count initializing_shards) fetches=$(count number_of_in_flight_fetch)
waiting=$(count task_max_waiting_in_queue_millis)
if (( initializing + delayed + fetches > 0 )); then
  rm -f /tmp/settled
  wait_on "the cluster is $status and recovers: $unassigned copies unassigned ($delayed delayed), $initializing initializing"
elif (( waiting > ${MASTER_BEHIND_MILLIS} )); then
  rm -f /tmp/settled
  wait_on "the cluster is $status and its master is behind: a task waits for $waiting ms"
fi
! lasted settled ${SETTLED_SECONDS} || let_through
wait_on "the cluster is $status with $unassigned copies unassigned, and nothing is under way; ready when that has lasted ${SETTLED_SECONDS} s"
`;
