import type { TreatmentCase } from './treatment-case';

const CARD = '[cardNumber redacted]';

/** What must not be stored. */
export const REDACT: readonly TreatmentCase[] = [
  {
    title: 'card numbers in a text, in any groups',
    why: 'PCI DSS 3.4 forbids to store them; 4111... is the number that issuers give for tests.',
    treatment: { redact: [{ pattern: 'cardNumber' }] },
    lines: ['paid with 4111 1111 1111 1111 123', 'order 4111111111111112', '378282246310005,5555-5555-5555-4444'],
    documents: [
      { message: `paid with ${CARD} 123`, json: undefined },
      { message: 'order 4111111111111112' },
      { message: `${CARD},${CARD}` },
    ],
  },
  {
    title: 'numbers, texts and keys of JSON at any depth, and the text of the object',
    why: 'A filter of the message alone leaves it in the fields; of the fields alone, in the message.',
    treatment: { redact: [{ pattern: 'cardNumber' }, { pattern: 'email' }] },
    lines: ['{"card":4111111111111111,"to":{"ann@example.org":[["4111111111111111"]]},"n":7}'],
    documents: [
      {
        'json.card': CARD,
        'json.to': { '[email redacted]': [[CARD]] },
        'json.n': 7,
        message: `{"card":"${CARD}","to":{"[email redacted]":[["${CARD}"]]},"n":7}`,
        event: undefined,
      },
    ],
  },
  {
    title: 'escapes of JSON hide nothing',
    why: 'A text can be written in many ways, which a pattern for the text does not know.',
    treatment: { redact: [{ pattern: 'cardNumber' }, { pattern: 'urlCredentials' }] },
    lines: [String.raw`{"a":"\u0034111111111111111","u":"redis:\/\/:secret@cache"}`],
    documents: [
      {
        'json.a': CARD,
        'json.u': 'redis://[urlCredentials redacted]@cache',
        message: `{"a":"${CARD}","u":"redis://[urlCredentials redacted]@cache"}`,
      },
    ],
  },
  {
    title: 'a key that is written twice',
    why: 'Parsers keep the last value; the text of the first stays in the message.',
    treatment: { redact: [{ pattern: 'cardNumber' }] },
    lines: [String.raw`{"a":"\u0034111111111111111","a":"x"}`],
    documents: [{ 'json.a': 'x', message: `{"a":"${CARD}","a":"x"}` }],
  },
  {
    title: 'a hash finds the lines of one secret together',
    why: 'Support looks for all requests of a customer (as redaction of the OpenTelemetry collector can hash).',
    treatment: { redact: [{ pattern: 'email', with: 'hash' }] },
    lines: ['from Ann@example.org', 'to ann@example.org'],
    documents: [{ message: 'from [email 67140958d4325331]' }, { message: 'to [email 67140958d4325331]' }],
  },
  {
    title: 'tokens behind the name of their scheme',
    why: 'HTTP clients log their headers; the scheme is of use, the token is a credential (RFC 6750).',
    treatment: { redact: [{ pattern: 'bearerToken' }, { pattern: 'jwt' }] },
    lines: [
      'Authorization: Bearer mF_9.B5f-4.1JqM',
      'Basic authentication failed',
      '{"headers":{"authorization":"Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="}}',
      'cookie eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmN',
    ],
    documents: [
      { message: 'Authorization: Bearer [bearerToken redacted]' },
      { message: 'Basic authentication failed' },
      { 'json.headers.authorization': 'Basic [bearerToken redacted]' },
      { message: 'cookie [jwt redacted]' },
    ],
  },
  {
    title: 'addresses of both families, and no versions or times',
    why: 'An address is personal data (EU Court of Justice, C-582/14).',
    treatment: { redact: [{ pattern: 'ipAddress' }] },
    lines: ['10.0.0.7 - - "GET /v1.2.3.4"', 'from [2001:db8::1]:443 at 12:34:56', 'std::vector'],
    documents: [
      { message: '[ipAddress redacted] - - "GET /v1.2.3.4"' },
      { message: 'from [[ipAddress redacted]]:443 at 12:34:56' },
      { message: 'std::vector' },
    ],
  },
  {
    title: 'IBANs, with a word behind them',
    why: 'Groups of four continue in the next word; the country says how long it is (registry of SWIFT).',
    treatment: { redact: [{ pattern: 'iban' }] },
    lines: ['to DE89 3704 0044 0532 0130 00 PAID', 'ref DE89370400440532013001'],
    documents: [{ message: 'to [iban redacted] PAID' }, { message: 'ref DE89370400440532013001' }],
  },
  {
    title: 'keys of AWS, by their form and by their name',
    why: 'The secret one is 40 letters like any other; its key says what it is (as git-secrets looks for it).',
    treatment: { redact: [{ pattern: 'awsKey' }] },
    lines: [
      'AKIAIOSFODNN7EXAMPLE',
      '{"secretAccessKey":"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY","id":"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEXYZ"}',
    ],
    documents: [
      { message: '[awsKey redacted]' },
      { 'json.secretAccessKey': '[awsKey redacted]', 'json.id': 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEXYZ' },
    ],
  },
  {
    title: 'a private key over many lines',
    why: 'A container logs lines, and each is an event: no pattern sees the whole key.',
    treatment: { redact: [{ pattern: 'privateKey' }] },
    lines: [
      'key: -----BEGIN PRIVATE KEY-----',
      'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj',
      '-----END PRIVATE KEY-----',
      'done',
    ],
    documents: [
      { message: 'key: [privateKey redacted]' },
      { message: '[privateKey redacted]' },
      { message: '[privateKey redacted]' },
      { message: 'done' },
    ],
  },
  {
    title: 'passwords in URLs',
    why: 'Clients of databases log the URL with which they could not connect.',
    treatment: { redact: [{ pattern: 'urlCredentials' }] },
    lines: ['cannot reach postgres://app:p@ss@db:5432/shop', 'https://example.org/@scope'],
    documents: [
      { message: 'cannot reach postgres://[urlCredentials redacted]@db:5432/shop' },
      { message: 'https://example.org/@scope' },
    ],
  },
  {
    title: "a pattern of one's own, in the text and in fields that it matches as a whole",
    why: 'What it matches in a field must not stay in the message, where it is part of a longer text.',
    treatment: { redact: [{ name: 'employee', pattern: /^E-\d{6}$/, samples: ['E-123456'] }] },
    lines: ['{"who":"E-123456","text":"of E-123456"}', 'E-654321', 'of E-654321'],
    documents: [
      {
        'json.who': '[employee redacted]',
        'json.text': 'of E-123456',
        message: '{"who":"[employee redacted]","text":"of [employee redacted]"}',
      },
      { message: '[employee redacted]' },
      { message: 'of E-654321' },
    ],
  },
  {
    title: 'lines that are dropped by what is redacted later',
    why: 'drop reads what was written.',
    treatment: {
      drop: [{ reason: 'tests', where: { 'json.card': 4111111111111111 } }],
      redact: [{ pattern: 'cardNumber' }],
    },
    lines: ['{"card":4111111111111111}', '{"card":5555555555554444}'],
    documents: [{ 'json.card': CARD }],
    dropped: { tests: 1 },
  },
];
