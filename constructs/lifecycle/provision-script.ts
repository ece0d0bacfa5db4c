/** One request of the provisioner: an object of Elasticsearch and the file that holds its body. */
export interface ProvisionRequest {
  /** What messages call the object, e.g. `index template logs`. */
  readonly object: string;

  /** Path of the object in the HTTP API, e.g. `/_index_template/logs`. */
  readonly path: string;

  /** Name of the file with the body, in the directory of objects. */
  readonly file: string;
}

/** Text of the file that lists the requests in order: path, file and object, separated by blanks. */
export function requestList(requests: readonly ProvisionRequest[]): string {
  return requests.map(({ path, file, object }) => `${path} ${file} ${object}\n`).join('');
}

/**
 * Applies the listed objects to Elasticsearch, for a POSIX shell with curl. Running it again changes nothing.
 *
 * Variables: `ELASTICSEARCH_URL`; `DEADLINE_SECONDS`, how long to wait for a cluster that does not answer; directories
 * `OBJECTS` (with `requests.txt`), `CREDENTIALS` (`username`, `password`), `TLS` (`ca.crt`) and `WORK` (writable).
 *
 * What may pass is tried again until the deadline: no connection, no elected master, too many requests, and a refused
 * password, because a rotated one reaches the nodes a minute after it reaches this job. A wrong certificate and a refused
 * object are final. Credentials stay in files: arguments of a process can be read by others on the node.
 */
export const PROVISION_SCRIPT = `#!/bin/sh
set -eu
umask 077

deadline=$(($(date +%s) + DEADLINE_SECONDS))
curlrc=$WORK/curlrc
answer=$WORK/answer

# Prints a file as the inside of a quoted string of curl's configuration.
quoted() {
  sed 's/["\\\\]/\\\\&/g' "$1" | tr -d '\\n'
}

{
  printf 'user = "'; quoted "$CREDENTIALS/username"; printf ':'; quoted "$CREDENTIALS/password"; printf '"\\n'
  printf 'cacert = "%s"\\nconnect-timeout = 5\\nmax-time = 60\\nsilent\\nshow-error\\n' "$TLS/ca.crt"
  printf 'header = "Content-Type: application/json"\\n'
} > "$curlrc"

fail() {
  echo "error: $1" >&2
  exit 1
}

# request METHOD PATH [FILE]: sets \`status\`, leaves the body in the answer file.
request() {
  pause=1
  while :; do
    code=0
    : > "$answer"
    status=$(curl --config "$curlrc" --request "$1" \${3:+--data-binary "@$3"} \\
      --output "$answer" --write-out '%{http_code}' "$ELASTICSEARCH_URL$2" 2> "$WORK/error") || code=$?
    case "$code $status" in
      0\\ 401 | 0\\ 429 | 0\\ 5??) problem="HTTP $status: $(cat "$answer")" ;;
      0\\ *) return ;;
      51\\ * | 60\\ * | 77\\ *) fail "no trusted connection to $ELASTICSEARCH_URL: $(cat "$WORK/error")" ;;
      *) problem=$(cat "$WORK/error") ;;
    esac
    if [ $(($(date +%s) + pause)) -gt "$deadline" ]; then
      fail "$1 $2: gave up after $DEADLINE_SECONDS seconds; $problem"
    fi
    echo "waiting $pause seconds; $problem"
    sleep "$pause"
    if [ "$pause" -lt 16 ]; then pause=$((pause * 2)); fi
  done
}

while read -r path file object; do
  request GET "$path"
  case "$status" in
    200) done=updated ;;
    404) done=created ;;
    *) fail "$object cannot be read: HTTP $status: $(cat "$answer")" ;;
  esac
  request PUT "$path" "$OBJECTS/$file"
  case "$status" in
    2??) echo "$done $object" ;;
    *) fail "$object was refused: HTTP $status: $(cat "$answer")" ;;
  esac
done < "$OBJECTS/requests.txt"
`;
