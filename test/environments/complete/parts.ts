import { officialGems } from '../../../constructs/fluentd';
import type { TreatmentInput } from '../../../environments';
import { furtherGemNames } from '../../../local/fluentd/gems/further-gems';

/** Gems of an image that has whatever an input or output may need. */
export const PLUGINS: string[] = [...(officialGems() ?? []), ...furtherGemNames()];

/** Treatments that use every option. */
export const treatments: TreatmentInput[] = [
  {
    name: 'access',
    select: { namespaces: ['web-*'], containers: ['nginx'] },
    except: { namespaces: ['web-test'], containers: ['nginx-debug'] },
    multiline: 'off',
    rateLimit: { lines: 100, per: '1m', burst: 200 },
    parse: { firstOf: ['json', 'nginx', { csv: { columns: ['a', 'b'], separator: ';', quote: "'" } }] },
    level: { field: 'level', numbers: 'pino', words: { loud: 'error' }, text: true, default: 'info' },
    time: { field: 'at', format: '%Y-%m-%d %H:%M:%S', zone: 'Europe/Berlin' },
    drop: [
      {
        reason: 'probes',
        where: {
          'url.path': ['/healthz', /^\/ready/],
          'http.response.status_code': { not: 500, below: 400, atLeast: 100 },
        },
      },
    ],
    sample: { keep: 0.5, by: 'trace.id', except: { 'log.level': ['error', 'fatal'] } },
    fields: {
      rename: { 'json.a': 'json.b' },
      keep: ['json.b', 'json.c'],
      remove: ['json.c'],
      add: { 'service.name': 'web' },
    },
    redact: [
      { pattern: 'cardNumber' },
      { pattern: 'email', with: 'hash' },
      { name: 'customer', pattern: /C-\d{6}/, samples: ['C-123456'], with: 'mask' },
    ],
    maxMessage: { size: '10kb', over: 'truncate' },
  },
  {
    name: 'first-line',
    select: { namespaces: ['legacy'] },
    multiline: { firstLine: /^\d{4}-/, samples: ['2026-01-01 start'] },
    parse: { regexp: /^(?<date>\S+) (?<word>\S+)$/, samples: ['2026-01-01 start'] },
  },
  {
    name: 'several-languages',
    select: { containers: ['jvm-*'] },
    multiline: ['java', 'python'],
    parse: { grok: '%{IP:client.ip}', samples: ['10.0.0.1'] },
  },
  { name: 'of-files', parse: 'logfmt' },
];
