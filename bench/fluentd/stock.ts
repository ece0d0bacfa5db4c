import type { Configuration } from '../../test/fluentd/run/configuration';

/**
 * The configuration of the official image fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-elasticsearch9-1.1, with what
 * its environment variables default to, for the container logs of a node with containerd. Without the filter
 * `kubernetes_metadata`, which halves its speed: the comparison is with the fastest that the image can be. Without the
 * sniffer too, a class that its entry point loads and that does nothing while `reload_connections` is off. The links of
 * `/var/log/containers` lie elsewhere (`writeLogs`).
 *
 * @see https://github.com/fluent/fluentd-kubernetes-daemonset/tree/master/docker-image/v1.19/debian-elasticsearch9/conf
 */
export function stockConfiguration(url: string): Configuration {
  const { hostname, port } = new URL(url);
  const conf = `
<source>
  @type prometheus
  @id in_prometheus
  bind 127.0.0.1
  port 24231
  metrics_path /metrics
</source>
<source>
  @type prometheus_output_monitor
  @id in_prometheus_output_monitor
</source>
<label @FLUENT_LOG>
  <match fluent.**>
    @type null
    @id ignore_fluent_logs
  </match>
</label>
<source>
  @type tail
  @id in_tail_container_logs
  path /var/lib/fluentd/containers/*.log
  pos_file /var/lib/fluentd/fluentd-containers.log.pos
  tag kubernetes.*
  exclude_path ["/var/lib/fluentd/containers/fluentd*.log"]
  read_from_head true
  <parse>
    @type cri
    time_format %Y-%m-%dT%H:%M:%S.%N%:z
  </parse>
</source>
<match **>
  @type elasticsearch
  @id out_es
  @log_level info
  include_tag_key true
  host ${hostname}
  port ${port}
  scheme https
  ca_file /fluentd/tls/ca.crt
  ssl_verify true
  ssl_version TLSv1_2
  user fluentd
  password secret
  reload_connections false
  reconnect_on_error true
  reload_on_failure true
  log_es_400_reason false
  logstash_prefix logstash
  logstash_dateformat %Y.%m.%d
  logstash_format true
  index_name logstash
  include_timestamp false
  request_timeout 5s
  <buffer>
    flush_thread_count 8
    flush_interval 5s
    chunk_limit_size 2M
    queue_limit_length 32
    retry_max_interval 30
    retry_forever true
  </buffer>
</match>
`;
  return { conf: conf.trimStart(), plugins: {} };
}
