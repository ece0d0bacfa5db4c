import type { TreatmentCase } from '../treatment-case';
import { type LineCase, linesOf } from './line-case';

const LEVELS = 'The words of the Elastic Common Schema, whatever the program says.';
const TEXT = { level: { text: true } } as const;

const CASES: readonly LineCase[] = [
  [
    'a time of nginx',
    'clf',
    { parse: 'nginx', time: { field: 'json.time', format: '%d/%b/%Y:%H:%M:%S %z' } },
    '10.0.0.1 - - [25/Nov/2026:07:30:00 +0100] "GET / HTTP/1.1" 200 1',
    { '@timestamp': '2026-11-25T06:30:00.000000000Z' },
  ],
  [
    'a time of klog, which has no year',
    'klog',
    { parse: 'klog', time: { field: 'json.time', format: '%m%d %H:%M:%S.%N' } },
    'I1125 06:59:00.123456       1 a.go:1] x',
    { '@timestamp': '2026-11-25T06:59:00.123456000Z' },
  ],
  [
    'a time of syslog in the zone of the host',
    'RFC 3164',
    { parse: 'syslog', time: { field: 'json.time', format: '%b %e %H:%M:%S', zone: 'Europe/Berlin' } },
    'Nov 25 07:30:00 h a: x',
    { '@timestamp': '2026-11-25T06:30:00.000000000Z' },
  ],
  [
    'a time of zap',
    'Seconds with a fraction.',
    { time: { field: 'json.ts', format: 'unix' } },
    '{"ts":1795588200.123,"msg":"x"}',
    { '@timestamp': '2026-11-25T06:30:00.123000000Z' },
  ],
  [
    'a time of pino',
    'Milliseconds.',
    { time: { field: 'json.time', format: 'unix_ms' } },
    '{"level":30,"time":1795588200123}',
    { '@timestamp': '2026-11-25T06:30:00.123000000Z', 'log.level': 'info' },
  ],
  [
    'a time of log4j',
    'A comma, and no zone.',
    { time: { field: 'json.t', zone: '+01:00' } },
    '{"t":"2026-11-25 07:30:00,123"}',
    { '@timestamp': '2026-11-25T06:30:00.123000000Z' },
  ],
  [
    'a time that is none',
    'That of the runtime stays.',
    { time: { field: 'json.t' } },
    '{"t":"yesterday"}',
    { 'json.t': 'yesterday' },
  ],
  ['a level of Python', LEVELS, { level: { numbers: 'python' } }, '{"level":30}', { 'log.level': 'warn' }],
  [
    'a level of syslog',
    LEVELS,
    { level: { field: 'json.p', numbers: 'syslog' } },
    '{"p":"3"}',
    { 'log.level': 'error' },
  ],
  ['a level of pino', LEVELS, { level: {} }, '{"level":50}', { 'log.level': 'error' }],
  ['a word of a team', LEVELS, { level: { words: { loud: 'error' } } }, '{"level":"LOUD"}', { 'log.level': 'error' }],
  ['no level', LEVELS, { level: { default: 'info' } }, 'ready', { 'log.level': 'info' }],
  [
    'a level in capitals',
    'Python',
    TEXT,
    '2026-11-25 07:00:00,123 - cart - ERROR - declined',
    { 'log.level': 'error' },
  ],
  [
    'a level in brackets',
    'gunicorn',
    TEXT,
    '[2026-11-25 07:00:00 +0000] [7] [WARNING] Worker timeout',
    { 'log.level': 'warn' },
  ],
  [
    'a level of MySQL',
    'https://dev.mysql.com/doc/refman/8.4/en/error-log-format.html',
    TEXT,
    '2026-11-25T07:00:00.123456Z 0 [Warning] [MY-010068] [Server] CA certificate is self signed.',
    { 'log.level': 'warn' },
  ],
  [
    'a level of .NET',
    'https://learn.microsoft.com/dotnet/core/extensions/console-log-formatter',
    TEXT,
    'fail: Shop.Cart[0]',
    { 'log.level': 'error' },
  ],
  [
    'a level of Rails',
    'https://docs.ruby-lang.org/en/3.4/Logger/Formatter.html',
    TEXT,
    'W, [2026-11-25T07:00:00.1 #7]  WARN -- : slow',
    { 'log.level': 'warn' },
  ],
  [
    'a level of uvicorn',
    'https://www.uvicorn.org',
    TEXT,
    'INFO:     127.0.0.1:50123 - "GET / HTTP/1.1" 200 OK',
    { 'log.level': 'info' },
  ],
  ['a word in a sentence', 'It says nothing of the line.', TEXT, 'no error was found', { 'log.level': undefined }],
];

const MULTILINE: readonly TreatmentCase[] = [
  {
    title: 'lines are events of their own',
    why: 'What looks like a trace is none.',
    treatment: { multiline: 'off' },
    lines: ['Error: a\n    at b (c.js:1:2)'],
    documents: [{ message: 'Error: a' }, { message: '    at b (c.js:1:2)' }],
  },
  {
    title: 'traces of a language alone',
    why: 'A Go program writes no tracebacks.',
    treatment: { multiline: 'go' },
    lines: [
      'panic: a\n\ngoroutine 1 [running]:\nmain.main()\n\t/a/main.go:4 +0x1',
      "thread 'main' panicked at a.rs:1:2:\nnote: run",
    ],
    documents: [
      { message: 'panic: a\n\ngoroutine 1 [running]:\nmain.main()\n\t/a/main.go:4 +0x1' },
      { message: "thread 'main' panicked at a.rs:1:2:" },
      { message: 'note: run' },
    ],
  },
  {
    title: 'an event from its first line on',
    why: 'PostgreSQL indents a statement with a tab, and others nothing.',
    treatment: { multiline: { firstLine: /^\d{4}-\d\d-\d\d /, samples: ['2026-11-25 07:00:00.123 UTC'] } },
    lines: ['2026-11-25 LOG:  statement: SELECT 1\nFROM cart\n{"a":1}\n2026-11-25 LOG:  done', 'alone'],
    documents: [
      { message: '2026-11-25 LOG:  statement: SELECT 1\nFROM cart\n{"a":1}' },
      { message: '2026-11-25 LOG:  done' },
      { message: 'alone' },
    ],
  },
];

export const OPTIONS: readonly TreatmentCase[] = [...linesOf(CASES), ...MULTILINE];
