import type { TreatmentCase } from './treatment-case';

const range = (count: number) => Array.from({ length: count }, (_, n) => n);

/** Which share of lines is stored, and how much of each. */
export const VOLUME: readonly TreatmentCase[] = [
  {
    title: 'a share of the lines, by their trace',
    why: 'Half of a trace explains nothing (as the probabilistic sampler of the OpenTelemetry collector).',
    treatment: { sample: { keep: 0.5, by: 'trace.id' } },
    lines: range(8).map((n) => `{"trace.id":"${n % 4}","n":${n}}`),
    documents: [0, 1, 3, 4, 5, 7].map((n) => ({ 'json.n': n })),
    dropped: { sample: 2 },
  },
  {
    title: 'lines that are excepted from a sample',
    why: 'Errors are few and are what people look for.',
    treatment: { sample: { keep: 0.000001, except: { 'log.level': ['warn', 'error'] } } },
    lines: ['{"level":"info"}', '{"level":"error"}', 'text', '{"level":"warn"}'],
    documents: [{ message: '{"level":"error"}' }, { message: '{"level":"warn"}' }],
    dropped: { sample: 2 },
  },
  {
    title: 'as many lines as a container may write, and how many were dropped',
    why: 'A container that logs in a loop fills the disk of everybody (Fluent Bit and Vector have throttle).',
    treatment: { rateLimit: { lines: 1, per: '9s', burst: 2 } },
    // Each line is 3 seconds after the one before.
    lines: range(9).map((n) => `line ${n}`),
    documents: [
      { message: 'line 0', event: undefined },
      { message: 'line 1', event: undefined },
      { message: 'line 3', 'error.message': 'rateLimit: 1 lines before this one were dropped' },
      { message: 'line 6', event: undefined },
    ],
    dropped: { rateLimit: 5 },
  },
  {
    title: 'a line that is too large is cut between characters, and marked',
    why: 'Filebeat says truncated in log.flags (libbeat/reader/readfile/limit.go).',
    treatment: { maxMessage: { size: '8b' } },
    lines: ['12345678', '1234567é9', '{"a":"bcd"}'],
    documents: [
      { message: '12345678', 'log.flags': undefined },
      { message: '1234567', 'log.flags': ['truncated'] },
      { message: '{"a":"bc', 'log.flags': ['truncated'], json: undefined },
    ],
  },
  {
    title: 'a line that is too large is dropped',
    why: 'Dumps of requests are of no use to anybody.',
    treatment: { maxMessage: { size: '8b', over: 'drop' } },
    lines: ['12345678', '123456789'],
    documents: [{ message: '12345678' }],
    dropped: { maxMessage: 1 },
  },
  {
    title: 'a secret is redacted before a line is cut',
    why: 'Half of a number has no right check digit, and would be stored.',
    treatment: { redact: [{ pattern: 'cardNumber' }], maxMessage: { size: '16b' } },
    lines: ['card 4111111111111111 of nobody'],
    documents: [{ message: 'card [cardNumber' }],
  },
];

/** Which fields there are. */
export const FIELDS: readonly TreatmentCase[] = [
  {
    title: 'fields are renamed, and are well known by their new names',
    why: 'A program says sev where the collector knows level.',
    treatment: { fields: { rename: { 'json.sev': 'json.level' } } },
    lines: ['{"sev":"warn","a":1}', '{"a":2}', 'text'],
    documents: [{ 'log.level': 'warn', 'json.sev': undefined }, { 'json.a': 2 }, { message: 'text', json: undefined }],
  },
  {
    title: 'fields that stay, and fields that go',
    why: 'What nobody looks for costs disk.',
    treatment: { fields: { keep: ['json.order', 'json.user.id'], remove: ['json.order.debug'] } },
    lines: ['{"order":{"id":1,"debug":"x"},"user":{"id":2,"name":"y"},"z":3}'],
    documents: [{ json: { order: { id: 1 }, user: { id: 2 } } }],
  },
  {
    title: 'values that every line gets',
    why: 'What a container does not know of itself: its service, its team.',
    treatment: { fields: { add: { 'service.name': 'cart', 'json.team': 'shop' } } },
    lines: ['{"a":1}', 'text'],
    documents: [
      { 'service.name': 'cart', json: { a: 1, team: 'shop' } },
      { 'service.name': 'cart', json: { team: 'shop' } },
    ],
  },
  {
    title: 'the message stays as it was written',
    why: 'What must not be stored is for redact.',
    treatment: { fields: { remove: ['json.a'] } },
    lines: ['{"a":1,"b":2}'],
    documents: [{ message: '{"a":1,"b":2}', json: { b: 2 } }],
  },
];
