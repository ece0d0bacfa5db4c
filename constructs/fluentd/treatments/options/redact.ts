import type { Mistake } from '../../../core';
import { ENV } from '../../paths';
import type { Option } from '../option';
import { canMatchNothing, patternMistakes, rubyPattern, sampleMistakes } from '../patterns';

/**
 * What can be redacted by name: numbers of payment cards (with the digits and lengths of the issuers, and a right check digit),
 * addresses of e-mail, tokens behind `Bearer`, `Basic` and `Token`, JSON Web Tokens, IBANs (with the length of the country and
 * right check digits), addresses of IPv4 and IPv6, keys of AWS, private keys in PEM, and what stands before the host of a URL.
 */
export type KnownSecret =
  | 'cardNumber'
  | 'email'
  | 'bearerToken'
  | 'jwt'
  | 'iban'
  | 'ipAddress'
  | 'awsKey'
  | 'privateKey'
  | 'urlCredentials';

/** What is known by name; the plugin has the same. */
export const KNOWN_SECRETS: readonly KnownSecret[] = [
  'cardNumber',
  'email',
  'bearerToken',
  'jwt',
  'iban',
  'ipAddress',
  'awsKey',
  'privateKey',
  'urlCredentials',
];

/** What stands for what was redacted. */
export interface RedactionForm {
  /**
   * `mask` writes what it was, e.g. `[email redacted]`. `hash` writes a keyed hash too, which is the same for the same
   * secret, so that its lines can be found together: `[email 7a3f0e19c5d2b846]`. The key is in a Secret.
   *
   * @default 'mask'
   */
  readonly with?: 'mask' | 'hash';
}

/** A kind of secret that is known by name. */
export interface KnownRedaction extends RedactionForm {
  /** Which. */
  readonly pattern: KnownSecret;
}

/** A kind of secret of one's own. */
export interface OwnRedaction extends RedactionForm {
  /** What it is, which stands in its place and in the metric: letters and digits, at most 63. */
  readonly name: string;

  /** What it looks like. */
  readonly pattern: RegExp;

  /** Texts with such a secret, by which the pattern is tested when it is synthesised: one at least. */
  readonly samples: readonly string[];
}

/** What must not be stored. */
export type Redaction = KnownRedaction | OwnRedaction;

const NAME = /^[a-zA-Z][a-zA-Z0-9]{0,62}$/;

/** What is redacted, wherever it stands. */
export const REDACT: Option<readonly Redaction[]> = {
  mistakes: (redactions) => [...redactions.flatMap(redactionMistakes), ...twinMistakes(redactions)],
  params: (redactions) => ({
    ...(redactions.some(isHashed) && { redaction_key: { env: ENV.redactionKey } }),
    redact: redactions.map((redaction) => ({
      pattern: nameOf(redaction),
      ...(isOwn(redaction) && { matches: rubyPattern(redaction.pattern) }),
      ...(redaction.with && { with: redaction.with }),
    })),
  }),
};

/** Whether the key of hashes is needed. */
export function isHashed({ with: form }: Redaction): boolean {
  return form === 'hash';
}

function isOwn(redaction: Redaction): redaction is OwnRedaction {
  return redaction.pattern instanceof RegExp;
}

function nameOf(redaction: Redaction): string {
  return isOwn(redaction) ? redaction.name : redaction.pattern;
}

function redactionMistakes(redaction: Redaction, index: number): Mistake[] {
  if (!isOwn(redaction)) return [];
  const { name, pattern, samples } = redaction;
  const broken = patternMistakes(pattern, [index, 'pattern']);
  return [
    ...(NAME.test(name)
      ? []
      : [
          {
            path: [index, 'name'],
            message: `must be letters and digits (at most 63, a letter first), got ${JSON.stringify(name)}; name what it finds`,
          },
        ]),
    ...broken,
    ...(broken.length === 0 && canMatchNothing(pattern)
      ? [
          {
            path: [index, 'pattern'],
            message: `must match at least one character, got ${String(pattern)}, which matches everywhere; write what there must be`,
          },
        ]
      : []),
    ...(samples.length > 0
      ? sampleMistakes(pattern, samples, [index, 'samples'])
      : [
          {
            path: [index, 'samples'],
            message: 'must have a text in which the pattern finds something, got []; write one that is made up',
          },
        ]),
  ];
}

function twinMistakes(redactions: readonly Redaction[]): Mistake[] {
  const first = new Map<string, number>();
  return redactions.flatMap((redaction, index) => {
    const name = nameOf(redaction);
    const before = first.get(name);
    if (before === undefined) first.set(name, index);
    if (before === undefined) return [];
    return [
      {
        path: [index, isOwn(redaction) ? 'name' : 'pattern'],
        message: `must be redacted once, got ${JSON.stringify(name)} as at [${before}]; remove or rename one`,
      },
    ];
  });
}
