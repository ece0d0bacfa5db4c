import { type LineCase, linesOf } from './line-case';

const KLOG = { parse: 'klog' } as const;
const LOGFMT = { parse: 'logfmt' } as const;
const SYSLOG = { parse: 'syslog' } as const;
const LTSV = { parse: 'ltsv' } as const;
const RFC5424 = 'https://www.rfc-editor.org/rfc/rfc5424#section-6.5';
const STRUCTURED = 'https://kubernetes.io/docs/concepts/cluster-administration/system-logs/#structured-logging';
const POSTGRESQL = {
  regexp:
    /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ \w+) \[(?<pid>\d+)\] (?:(?<user>\S+)@(?<database>\S+) )?(?<level>[A-Z]+): +(?<text>.*)$/,
  samples: ['2026-11-25 07:00:00.123 UTC [71] LOG:  checkpoint starting: time'],
};
const SPRING = {
  grok: '%{TIMESTAMP_ISO8601:time} +%{LOGLEVEL:log.level} %{INT:process.pid} --- \\[ *%{DATA:process.thread.name}\\] %{NOTSPACE:log.logger} +: %{GREEDYDATA:text}',
  samples: ['2026-11-25T07:00:00.123+01:00  INFO 1 --- [           main] c.e.shop.CartApplication     : Started'],
};
const DJANGO = {
  regexp: /^\[(?<time>\d\d\/\w{3}\/\d{4} \d\d:\d\d:\d\d)\] "(?<request>[^"]*)" (?<status>\d{3}) (?<bytes>\d+)$/,
  samples: ['[25/Nov/2026 07:00:00] "GET /admin/ HTTP/1.1" 302 0'],
};
const ENVOY = {
  grok: '\\[%{TIMESTAMP_ISO8601:time}\\] "%{WORD:http.request.method} %{URIPATHPARAM:request_uri} HTTP/%{NUMBER:http.version}" %{INT:http.response.status_code} %{NOTSPACE:response_flags} %{GREEDYDATA:rest}',
  samples: ['[2026-11-25T07:00:00.123Z] "GET /cart?id=7 HTTP/1.1" 503 UF 0 91 0 - "-" "curl/8"'],
};

const CASES: readonly LineCase[] = [
  [
    'klog of a controller',
    'https://github.com/kubernetes/klog',
    KLOG,
    'I1125 07:00:00.123456       1 controller_utils.go:116] Successfully created pod',
    {
      'log.level': 'info',
      'json.log.origin.file.name': 'controller_utils.go',
      'json.process.thread.id': 1,
      'json.message': 'Successfully created pod',
    },
  ],
  [
    'klog with names and values',
    STRUCTURED,
    KLOG,
    'E1125 07:00:00.123456       7 kubelet.go:42] "Pod failed" err="context deadline exceeded" pod="kube-system/dns" restarts=3',
    {
      'log.level': 'error',
      'error.message': 'context deadline exceeded',
      'json.pod': 'kube-system/dns',
      'json.restarts': 3,
    },
  ],
  ['klog, fatal', STRUCTURED, KLOG, 'F1125 07:00:00.123456       7 main.go:1] no', { 'log.level': 'fatal' }],
  [
    'logfmt of Prometheus',
    'https://prometheus.io/docs/introduction/first_steps/',
    LOGFMT,
    'ts=2026-11-25T07:00:00.123Z caller=main.go:585 level=info msg="Starting Prometheus Server" mode=server',
    { 'log.level': 'info', 'json.msg': 'Starting Prometheus Server', 'json.mode': 'server' },
  ],
  [
    'logfmt of logrus',
    'https://github.com/sirupsen/logrus#formatters',
    LOGFMT,
    String.raw`time="2026-11-25T07:00:00Z" level=warning msg="The \"group\" grew" number=122 omg=true`,
    { 'log.level': 'warn', 'json.msg': 'The "group" grew', 'json.number': 122 },
  ],
  [
    'logfmt of Heroku',
    'https://devcenter.heroku.com/articles/http-routing#heroku-router-log-format',
    LOGFMT,
    'at=info method=GET path="/theme?a=b" host=shop.example fwd="203.0.113.7" dyno=web.1 connect=1ms service=18ms status=200 bytes=13',
    { 'http.request.method': 'GET', 'http.response.status_code': 200, 'json.dyno': 'web.1' },
  ],
  [
    'text with a pair in it is no logfmt',
    'A line must begin with one.',
    LOGFMT,
    'listening on port=80',
    { json: undefined },
  ],
  [
    'LTSV',
    'http://ltsv.org',
    LTSV,
    'time:28/Feb/2026:12:00:00 +0900\thost:192.168.0.1\treq:GET /list HTTP/1.1\tstatus:200\tsize:5316',
    { 'json.size': 5316, 'json.req': 'GET /list HTTP/1.1' },
  ],
  [
    'RFC 5424 with structured data',
    RFC5424,
    SYSLOG,
    '<165>1 2026-11-25T07:00:00.003Z mymachine.example.com evntslog - ID47 [exampleSDID@32473 iut="3" eventSource="Application"] An event',
    {
      'log.level': 'notice',
      'json.log.syslog.appname': 'evntslog',
      'json.log.syslog.facility.code': 20,
      'json.message': 'An event',
    },
  ],
  [
    'RFC 5424 without',
    RFC5424,
    SYSLOG,
    "<34>1 2026-11-25T07:00:00Z h su - ID47 - 'su root' failed",
    { 'log.level': 'critical' },
  ],
  [
    'RFC 3164',
    'https://www.rfc-editor.org/rfc/rfc3164#section-5.4',
    SYSLOG,
    "<34>Oct 11 22:14:15 mymachine su: 'su root' failed for lonvick on /dev/pts/8",
    { 'log.level': 'critical', 'json.log.syslog.hostname': 'mymachine', 'json.log.syslog.appname': 'su' },
  ],
  [
    'sshd in a file of rsyslog',
    'https://www.rsyslog.com/doc/configuration/templates.html: RSYSLOG_TraditionalFileFormat',
    SYSLOG,
    'Nov  5 07:00:00 bastion sshd[4242]: Accepted publickey for deploy from 203.0.113.7 port 50123 ssh2',
    { 'json.process.pid': 4242, 'json.log.syslog.appname': 'sshd', 'log.level': undefined },
  ],
  [
    'postfix in a file with high precision',
    'RSYSLOG_FileFormat',
    SYSLOG,
    '2026-11-25T07:00:00.123456+01:00 mail postfix/smtpd[99]: connect from unknown[203.0.113.7]',
    { 'json.log.syslog.appname': 'postfix/smtpd', 'json.message': 'connect from unknown[203.0.113.7]' },
  ],
  [
    'cron',
    'A daemon in capitals.',
    SYSLOG,
    'Nov 25 07:00:01 host CRON[77]: (root) CMD (true)',
    { 'json.log.syslog.appname': 'CRON' },
  ],
  [
    'PostgreSQL',
    'https://www.postgresql.org/docs/17/runtime-config-logging.html: log_line_prefix',
    { parse: POSTGRESQL },
    '2026-11-25 07:00:00.123 UTC [71] app@shop ERROR:  relation "cart" does not exist at character 15',
    { 'log.level': 'error', 'json.database': 'shop', 'json.pid': 71 },
  ],
  [
    'PostgreSQL of the server itself',
    'log_line_prefix without a session',
    { parse: POSTGRESQL },
    '2026-11-25 07:00:00.123 UTC [71] LOG:  checkpoint complete',
    { 'log.level': 'info', 'json.database': undefined },
  ],
  [
    'Spring Boot',
    'https://docs.spring.io/spring-boot/reference/features/logging.html#features.logging.log-format',
    { parse: SPRING },
    '2026-11-25T07:00:00.123+01:00  WARN 1 --- [nio-8080-exec-1] o.s.w.s.m.support.Resolver : Resolved [x]',
    { 'log.level': 'warn', 'log.logger': 'o.s.w.s.m.support.Resolver', 'process.thread.name': 'nio-8080-exec-1' },
  ],
  [
    'the server of Django',
    'https://docs.djangoproject.com/en/5.1/ref/logging/#django-server',
    { parse: DJANGO },
    '[25/Nov/2026 07:00:00] "POST /cart/7 HTTP/1.1" 404 179',
    { 'http.request.method': 'POST', 'url.path': '/cart/7' },
  ],
  [
    'Envoy',
    'https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage#default-format-string',
    { parse: ENVOY },
    '[2026-11-25T07:00:00.123Z] "GET /cart?id=7 HTTP/1.1" 503 UF 0 91 0 - "-" "curl/8"',
    { 'http.request.method': 'GET', 'url.path': '/cart', 'http.response.status_code': 503 },
  ],
  [
    'columns',
    'RFC 4180',
    { parse: { csv: { columns: ['level', 'text', 'n'], separator: ';' } } },
    'WARN;"a; ""b""";7',
    { 'log.level': 'warn', 'json.text': 'a; "b"', 'json.n': 7 },
  ],
  [
    'a column too many',
    'It would be in the wrong field.',
    { parse: { csv: { columns: ['a', 'b'] } } },
    '1,2,3',
    { json: undefined },
  ],
  [
    'the second of two formats',
    'A pod may write several: fluent-bit#8173.',
    { parse: { firstOf: ['klog', 'logfmt'] } },
    'level=error msg=x',
    { 'log.level': 'error' },
  ],
  [
    'JSON, whatever the format',
    'It is read everywhere.',
    LOGFMT,
    '{"level":"warn","a":1}',
    { 'log.level': 'warn', 'json.a': 1 },
  ],
  ['no JSON where it was said', 'It is text, and counted.', { parse: 'json' }, 'plain', { json: undefined }],
  [
    'an ECS logger, which says the time',
    'https://www.elastic.co/docs/reference/ecs/logging/java/intro',
    { parse: 'ecs' },
    '{"@timestamp":"2026-11-25T06:30:00.123456789Z","log.level":"ERROR","message":"declined","ecs.version":"1.2.0","log.logger":"Cart"}',
    { '@timestamp': '2026-11-25T06:30:00.123456789Z', 'log.level': 'error', 'log.logger': 'Cart' },
  ],
];

export const PROGRAMS = linesOf(CASES);
