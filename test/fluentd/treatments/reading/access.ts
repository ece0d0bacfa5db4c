import { type LineCase, linesOf } from './line-case';

const NGINX = { parse: 'nginx' } as const;
const APACHE = { parse: 'apache' } as const;
const NGINX_FORMAT = 'https://nginx.org/en/docs/http/ngx_http_log_module.html';
const HTTPD = 'https://httpd.apache.org/docs/2.4/logs.html';
const INGRESS = 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/log-format/';
const ERRORS = 'https://nginx.org/en/docs/ngx_core_module.html#error_log';

const CASES: readonly LineCase[] = [
  [
    'combined of nginx',
    NGINX_FORMAT,
    NGINX,
    '10.0.0.1 - - [25/Nov/2026:07:00:00 +0000] "GET /cart?id=7 HTTP/1.1" 200 612 "https://shop.example/" "Mozilla/5.0 (X11)"',
    {
      'http.request.method': 'GET',
      'url.path': '/cart',
      'url.query': 'id=7',
      'http.response.status_code': 200,
      'http.response.body.bytes': 612,
      'http.version': '1.1',
      'client.ip': '10.0.0.1',
      'user_agent.original': 'Mozilla/5.0 (X11)',
      'json.http.request.referrer': 'https://shop.example/',
    },
  ],
  [
    'main of the image of nginx',
    'https://github.com/nginx/docker-nginx: log_format main',
    NGINX,
    '10.244.1.1 - - [25/Nov/2026:07:00:00 +0000] "POST /pay HTTP/2.0" 502 157 "-" "curl/8.5.0" "203.0.113.7"',
    { 'http.response.status_code': 502, 'json.forwarded_for': '203.0.113.7', 'json.http.request.referrer': undefined },
  ],
  [
    'ingress-nginx',
    INGRESS,
    NGINX,
    '192.168.65.3 - - [21/May/2026:10:12:13 +0000] "GET /api HTTP/1.1" 200 5 "-" "curl/8.5.0" 73 0.012 [shop-cart-80] [] 10.1.0.70:8080 5 0.012 200 d3e5a9b1c4f6a7b8c9d0e1f2a3b4c5d6',
    {
      'url.path': '/api',
      'json.upstream.name': 'shop-cart-80',
      'json.upstream.status': '200',
      event: { duration: 12_000_000 },
    },
  ],
  [
    'TLS sent to a port without it',
    'https://stackoverflow.com/questions/25661425',
    NGINX,
    String.raw`203.0.113.9 - - [25/Nov/2026:07:00:00 +0000] "\x16\x03\x01\x00\xEE" 400 157 "-" "-"`,
    {
      'http.response.status_code': 400,
      'json.request': String.raw`\x16\x03\x01\x00\xEE`,
      'http.request.method': undefined,
    },
  ],
  [
    'a request that never came',
    'nginx writes it as empty when a client closes: status 408',
    NGINX,
    '203.0.113.9 - - [25/Nov/2026:07:00:00 +0000] "" 408 0 "-" "-"',
    { 'http.response.status_code': 408, 'http.request.method': undefined },
  ],
  [
    'a quote in the agent',
    'nginx escapes it as \\x22, Apache as \\"',
    APACHE,
    String.raw`10.0.0.1 - bob [25/Nov/2026:07:00:00 +0100] "HEAD / HTTP/1.0" 304 - "-" "a \"b\""`,
    { 'http.request.method': 'HEAD', 'json.user.name': 'bob', 'user_agent.original': String.raw`a \"b\"` },
  ],
  [
    'common of Apache',
    `${HTTPD}#common`,
    APACHE,
    '127.0.0.1 - frank [10/Oct/2026:13:55:36 -0700] "GET /apache_pb.gif HTTP/1.0" 200 2326',
    { 'url.path': '/apache_pb.gif', 'http.version': '1.0', 'user_agent.original': undefined },
  ],
  [
    'with the virtual host before it',
    `${HTTPD}#virtualhost`,
    APACHE,
    'shop.example:443 2001:db8::7 - - [25/Nov/2026:07:00:00 +0000] "OPTIONS * HTTP/1.1" 200 - "-" "-"',
    { 'url.domain': 'shop.example', 'client.ip': '2001:db8::7', 'http.request.method': 'OPTIONS' },
  ],
  [
    'an error of nginx',
    ERRORS,
    NGINX,
    '2026/11/25 07:00:00 [error] 31#31: *1 open() "/usr/share/nginx/html/x" failed (2: No such file or directory), client: 10.0.0.1, server: localhost, request: "GET /x HTTP/1.1", host: "shop.example"',
    { 'log.level': 'error', 'url.path': '/x', 'client.ip': '10.0.0.1', 'url.domain': 'shop.example' },
  ],
  [
    'an error of nginx about no request',
    ERRORS,
    NGINX,
    '2026/11/25 07:00:00 [emerg] 1#1: host not found in upstream "cart" in /etc/nginx/conf.d/default.conf:7',
    { 'log.level': 'emergency', 'json.process.pid': 1, 'http.request.method': undefined },
  ],
  [
    'an error of Apache 2.4',
    `${HTTPD}#errorlog`,
    APACHE,
    '[Fri Sep 09 10:42:29.902022 2026] [core:error] [pid 35708:tid 4328636416] [client 72.15.99.187:41234] AH00128: File does not exist: /usr/local/apache2/htdocs/favicon.ico',
    { 'log.level': 'error', 'log.logger': 'core', 'client.ip': '72.15.99.187', 'error.code': 'AH00128' },
  ],
  [
    'an error of Apache 2.2',
    'https://httpd.apache.org/docs/2.2/logs.html#errorlog',
    APACHE,
    '[Wed Oct 11 14:32:52 2026] [warn] [client 127.0.0.1] client denied by server configuration: /srv/test',
    { 'log.level': 'warn', 'client.ip': '127.0.0.1' },
  ],
  [
    'the notice of the start, which is no access log',
    'The image of nginx runs scripts before it.',
    NGINX,
    '/docker-entrypoint.sh: Configuration complete; ready for start up',
    { json: undefined, 'log.level': undefined },
  ],
];

export const ACCESS = linesOf(CASES);
