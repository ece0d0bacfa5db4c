import type { Surroundings } from '../../../../../constructs/fluentd/checks';

/** A configuration as people write them, which breaks one rule. */
export interface Broken {
  /** Name of the rule. */
  readonly rule: string;

  /** The configuration, with what is right around the mistake. */
  readonly conf: string;

  /** What is said of it. */
  readonly mistakes: readonly string[];

  /** Where it runs. */
  readonly surroundings?: Surroundings;
}

/** Container logs, read as charts read them. */
export const TAIL = `
<source>
  @type tail
  @id container_logs
  path /var/log/containers/*.log
  pos_file /var/log/fluentd-containers.log.pos
  tag kubernetes.*
  read_from_head true
  <parse>
    @type cri
  </parse>
</source>
`;

const ERRORS = `
<label @ERROR>
  <match **>
    @type file
    @id errors
    path /var/log/fluentd-errors
  </match>
</label>
`;

/** An output for Elasticsearch with what a chart sets. */
const elasticsearch = (pattern = '**', buffer = '', more = '') => `
<match ${pattern}>
  @type elasticsearch
  host elasticsearch
  logstash_format true
  user "#{ENV['ELASTICSEARCH_USER']}"
  password "#{ENV['ELASTICSEARCH_PASSWORD'] || use_nil}"${more}
  <buffer>
    @type file
    path /var/log/fluentd-buffers/kubernetes.buffer
    chunk_limit_size 8m
    total_limit_size 2g
    overflow_action block${buffer}
  </buffer>
</match>
`;

/** A configuration in which nothing is wrong. */
export const CLEAN = `
<label @FLUENT_LOG>
  <match fluent.**>
    @type null
  </match>
</label>
${TAIL}
<filter kubernetes.**>
  @type kubernetes_metadata
</filter>
<match kubernetes.var.log.containers.**_kube-system_**>
  @type null
</match>
<match kubernetes.**>
  @type rewrite_tag_filter
  <rule>
    key $['kubernetes']['namespace_name']
    pattern /^(.+)$/
    tag namespace.$1
  </rule>
</match>
${elasticsearch('namespace.*')}${ERRORS}`;

/** A configuration for each rule about where events go. */
export const FLOW: readonly Broken[] = [
  {
    rule: 'labels',
    conf: `${TAIL.replace('read_from_head true', '@label RAW')}<label @RAW>${elasticsearch()}</label>${ERRORS}`,
    mistakes: [
      '<source @type tail @id container_logs> @label must be a label of this configuration (@RAW, @ERROR), got "RAW"; write @RAW',
    ],
  },
  {
    rule: 'unused-label',
    conf: `${TAIL}${elasticsearch()}${ERRORS}<label @ARCHIVE>\n<match **>\n@type stdout\n</match>\n</label>`,
    mistakes: [
      '<label @ARCHIVE> must be named by something that sends events to it, got nothing; name it as @label of a source, or remove it',
    ],
  },
  {
    rule: 'error-label',
    conf: `${TAIL}${elasticsearch()}`,
    mistakes: [
      '<match ** @type elasticsearch> must have <label @ERROR> for the events that it refuses, got none; add it, with a <match **> that keeps them',
    ],
  },
  {
    rule: 'label-loop',
    conf: `${TAIL.replace('read_from_head true', '@label @RAW')}
<label @RAW>
  <filter kubernetes.**>
    @type kubernetes_metadata
  </filter>
  <match **>
    @type relabel
    @label @PARSED
  </match>
</label>
<label @PARSED>
  <match kubernetes.**>
    @type copy
    <store>
      @type relabel
      @label @RAW
    </store>
    <store>
      @type stdout
    </store>
  </match>${elasticsearch()}</label>${ERRORS}`,
    mistakes: [
      '<label @RAW> <match ** @type relabel> must not send events back to where they were, got @PARSED, @RAW for tags such as "kubernetes"; send them to a label that ends with an output',
    ],
  },
  {
    rule: 'rewrite-loop',
    conf: `${TAIL}
<match kubernetes.**>
  @type rewrite_tag_filter
  <rule>
    key log
    pattern /^Traceback.+/
    tag \${tag_parts[0]}.traceback
  </rule>
  <rule>
    key log
    pattern /(.+)/
    tag plain.\${tag}
  </rule>
</match>
${elasticsearch()}${ERRORS}`,
    mistakes: [
      '<match kubernetes.** @type rewrite_tag_filter> <rule> tag must be a tag that its own <match> does not take (kubernetes.**), got "${tag_parts[0]}.traceback"; begin it with another word, or give the rule a label',
    ],
  },
  {
    rule: 'unreachable-match',
    conf: `${TAIL}${elasticsearch()}
<match kubernetes.**>
  @type remote_syslog
  host logs.example
</match>${ERRORS}`,
    mistakes: [
      '<match kubernetes.** @type remote_syslog> must take a tag that no <match> above it takes, got <match **>; move it up, or put both into one of the type copy',
    ],
    surroundings: { gems: 'unknown' },
  },
  {
    rule: 'filter-after-match',
    conf: `${TAIL}${elasticsearch('kubernetes.**')}
<filter kubernetes.var.log.containers.**>
  @type record_transformer
  <record>
    cluster production
  </record>
</filter>
<match **>
  @type null
</match>${ERRORS}`,
    mistakes: [
      '<filter kubernetes.var.log.containers.** @type record_transformer> must stand above the <match> that takes its events, got <match kubernetes.**> above it; move it up',
    ],
  },
  {
    rule: 'unmatched-tag',
    conf: `${TAIL}
<match kubernetes.**>
  @type rewrite_tag_filter
  <rule>
    key message
    pattern /audit/
    tag audit.event
  </rule>
  <rule>
    key message
    pattern /.*/
    tag app.event
  </rule>
</match>
<filter audit.event>
  @type record_transformer
  <record>
    kind audit
  </record>
</filter>
${elasticsearch('app.**')}${ERRORS}`,
    mistakes: [
      '<match kubernetes.** @type rewrite_tag_filter> <rule> tag must be a tag that a <match> outside of labels takes (kubernetes.**, app.**), got "audit.event"; add <match audit.event>',
    ],
  },
];

/** A configuration for each rule about outputs and their buffers. */
export const OUTPUTS: readonly Broken[] = [
  {
    rule: 'one-id',
    conf: `${TAIL}${elasticsearch('kubernetes.**', '', '\n  @id out')}<match **>\n@type null\n@id out\n</match>${ERRORS}`,
    mistakes: ['<match ** @type null @id out> @id must be the id of one plugin only, got "out" again; choose another'],
  },
  {
    rule: 'one-path',
    conf: `${TAIL}${elasticsearch('kubernetes.**')}
<source>
  @type tail
  path /var/log/syslog
  pos_file /var/log//fluentd-containers.log.pos
  tag syslog
  <parse>
    @type syslog
  </parse>
</source>
${elasticsearch()}${ERRORS}`,
    mistakes: [
      '<source @type tail> pos_file must be a position file of its own, got "/var/log//fluentd-containers.log.pos", which is that of <source>; choose another',
      '<match ** @type elasticsearch> <buffer> path must be a buffer of its own, got "/var/log/fluentd-buffers/kubernetes.buffer", which is that of <match kubernetes.**> <buffer>; choose another',
    ],
  },
  {
    rule: 'buffer-volume',
    conf: `${TAIL}${elasticsearch('kubernetes.**').replace('    total_limit_size 2g\n', '')}<match **>\n@type file\npath /out\n<buffer>\n@type file\npath /var/log/fluentd-buffers/file\ntotal_limit_size 512m\noverflow_action block\n</buffer>\n</match>${ERRORS}`,
    surroundings: { volumes: [{ name: 'varlog', mountPath: '/var/log', size: 2 ** 31 }] },
    mistakes: [
      '<match kubernetes.** @type elasticsearch> <buffer> total_limit_size must fit the volume varlog (2g), together with 1 other buffers, got 66048m by default; lower it, or enlarge the volume',
    ],
  },
  {
    rule: 'chunk-size',
    conf: `${TAIL}${elasticsearch().replace('    chunk_limit_size 8m\n', '')}${ERRORS}`,
    mistakes: [
      '<match ** @type elasticsearch> <buffer> chunk_limit_size must be at most what Elasticsearch takes (http.max_content_length, 100m), got 256m by default; write for example 8m',
    ],
  },
  {
    rule: 'chunk-size',
    conf: `${TAIL}${elasticsearch()
      .replace('@type file', '@type memory')
      .replace(/ {4}path .*\n {4}chunk.*\n {4}total.*\n/, '')}${ERRORS}`,
    surroundings: { memory: 200 * 2 ** 20 },
    mistakes: [
      '<match ** @type elasticsearch> <buffer> total_limit_size must be below the memory of the container (200m), got 512m by default; lower it, or use a buffer of the type file',
    ],
  },
  {
    rule: 'chunk-size',
    conf: `${TAIL}${elasticsearch('**', '\n    flush_thread_count 8').replace('8m', '64m')}${ERRORS}`,
    surroundings: { memory: 256 * 2 ** 20 },
    mistakes: [
      '<match ** @type elasticsearch> <buffer> chunk_limit_size must fit for each of 8 threads into the memory of the container (256m), got 64m; write for example 8m',
    ],
  },
  {
    rule: 'grace-period',
    conf: `${TAIL}${elasticsearch('**', '', '\n  request_timeout 240s')}${ERRORS}`,
    surroundings: { gracePeriod: 30 },
    mistakes: [
      '<match ** @type elasticsearch> request_timeout must be at most the terminationGracePeriodSeconds of the pod (30), got "240s"; lower it, or raise the other',
    ],
  },
  {
    rule: 'overflow',
    conf: `${TAIL}${elasticsearch('kubernetes.**').replace('    overflow_action block\n', '')}<match **>\n@type forward\n<server>\nhost aggregator\n</server>\n<buffer>\noverflow_action drop_oldest_chunk\n</buffer>\n</match>${ERRORS}`,
    mistakes: [
      '<match kubernetes.** @type elasticsearch> <buffer> overflow_action must be block, since <label @ERROR> takes what a full buffer refuses, and the input takes it for delivered, got "throw_exception" by default; write block',
      '<match ** @type forward> <buffer> overflow_action must be block, since logs are lost otherwise when the buffer is full, got "drop_oldest_chunk"; write block',
    ],
  },
  {
    rule: 'client-version',
    conf: `${TAIL}${elasticsearch('**', '', '\n  verify_es_version_at_startup false\n  default_elasticsearch_version 7')}${ERRORS}`,
    surroundings: { serverMajor: 8 },
    mistakes: [
      '<match ** @type elasticsearch> default_elasticsearch_version must be the major version of Elasticsearch (8), got 7; write 8',
    ],
  },
  {
    rule: 'client-version',
    conf: `${TAIL}${elasticsearch()}${ERRORS}`,
    surroundings: { serverMajor: 8, clientMajor: 9 },
    mistakes: [
      '<match ** @type elasticsearch> must be in an image with the client of the major version of Elasticsearch (8), got 9; choose the image for elasticsearch8',
    ],
  },
];

/** A configuration for each rule about words. */
export const WORDS: readonly Broken[] = [
  {
    rule: 'known-word',
    conf: `${TAIL}${elasticsearch('**', '', '\n  buffer_chunk_limit 2M')}${ERRORS}`,
    mistakes: [
      '<match ** @type elasticsearch> buffer_chunk_limit must be a parameter of the output elasticsearch, got "2M"; write chunk_limit_size in <buffer>',
    ],
  },
  {
    rule: 'plugin-in-image',
    conf: `${TAIL}${elasticsearch()}${ERRORS}`,
    surroundings: { gems: ['fluent-plugin-parser-cri'] },
    mistakes: [
      '<match ** @type elasticsearch> @type must be an output that its image has, got "elasticsearch"; build an image that has fluent-plugin-elasticsearch (efk image writes its Dockerfile), or choose one that has it',
    ],
  },
  {
    rule: 'required-parameter',
    conf: `${TAIL.replace(/ {2}<parse>[\s\S]*<\/parse>\n/, '')}${elasticsearch()}${ERRORS}`,
    mistakes: [
      '<source @type tail @id container_logs> must have <parse>, since the input tail requires it, got none; add it',
    ],
  },
  {
    rule: 'valid-value',
    conf: `${TAIL}${elasticsearch('**', '\n    flush_interval 500ms')}${ERRORS}`,
    mistakes: [
      '<match ** @type elasticsearch> <buffer> flush_interval must be a time (seconds, or a whole number with s, m, h or d), got "500ms"; write for example 30s',
    ],
  },
];

/** A configuration for each rule about secrets and code. */
export const SAFETY: readonly Broken[] = [
  {
    rule: 'secret',
    conf: `${TAIL}${elasticsearch('kubernetes.**').replace(/password .*/, 'password changeme')}<match **>\n@type http\nendpoint https://logs:s3cret@logs.example/\n<buffer>\noverflow_action block\n</buffer>\n</match>${ERRORS}`,
    mistakes: [
      `<match kubernetes.** @type elasticsearch> password must not be in the configuration, got a value; write "#{ENV['ELASTICSEARCH_PASSWORD']}", and set that from a Secret`,
      `<match ** @type http> endpoint must not be in the configuration, got a value; write "#{ENV['HTTP_ENDPOINT']}", and set that from a Secret`,
    ],
  },
  {
    rule: 'embedded-ruby',
    conf: `${TAIL}${elasticsearch('**', '', `\n  logstash_prefix "#{\`hostname\`.chomp}"\n  custom_headers {"X-Host":"#{system('id')}"}`)}${ERRORS}`,
    mistakes: [
      '<match ** @type elasticsearch> logstash_prefix must not run Ruby that does more than read the environment, got "#{`hostname`.chomp}"; write "#{ENV[\'NAME\']}" and set that, or single quotes if it is meant as text',
      `<match ** @type elasticsearch> custom_headers must not run Ruby that does more than read the environment, got "#{system('id')}"; write "#{ENV['NAME']}" and set that, or single quotes if it is meant as text`,
    ],
  },
];
