import type { CsvFormat } from './csv';
import type { GrokFormat } from './grok';
import type { RegexpFormat } from './pattern';

/**
 * How lines are written whose fields have names of their own.
 *
 * - `json`: an object of JSON, which needs not be said; what is none is counted then
 * - `ecs`: JSON as the ECS loggers of Elastic write it, with `ecs.version`; its `@timestamp` is the time of the line
 * - `logfmt`: `level=info msg="ready" port=8080`
 * - `ltsv`: `host:10.0.0.1<TAB>status:200`
 * - `nginx`: access logs in the formats common and combined and as ingress-nginx writes them, and error logs
 * - `apache`: access logs in the formats common and combined, with the virtual host or without, and error logs
 * - `klog`: what Kubernetes and its controllers write, also with names and values
 * - `syslog`: RFC 5424, and RFC 3164 with the priority or without
 */
export type NamedFormat = 'json' | 'ecs' | 'logfmt' | 'ltsv' | 'nginx' | 'apache' | 'klog' | 'syslog';

/** Formats that need nothing but their name. */
export const NAMED_FORMATS = [
  'json',
  'ecs',
  'logfmt',
  'ltsv',
  'nginx',
  'apache',
  'klog',
  'syslog',
] as const satisfies readonly NamedFormat[];

/** How lines are written. */
export type LineFormat = NamedFormat | CsvFormat | RegexpFormat | GrokFormat;
