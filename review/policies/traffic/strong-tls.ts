import type { Rule } from '../rule';
import { configurationTexts } from '../texts';

/** What makes TLS worth little, and what to write instead. */
const WEAK: readonly (readonly [RegExp, string])[] = [
  [/\b(?:TLSv1(?:[._][01])?|SSLv[23])\b(?![._]\d)/g, 'use TLSv1.2 or newer'],
  [/\bssl_verify\s+false\b/g, 'verify certificates'],
  [/verification_?[mM]ode["']?\s*:\s*["']?none\b/g, 'verify certificates'],
  [/\bcurl\b[^\n|;]*\s(?:--insecure|-k)\b/g, 'name the authority with --cacert'],
  [/\bNODE_TLS_REJECT_UNAUTHORIZED["']?\s*[:=]\s*["']?0/g, 'verify certificates'],
];

/** TLS is of a version without known holes, and certificates are verified. */
export const strongTls: Rule = {
  name: 'strong-tls',
  reason: 'A connection to anything that answers is no better than one without TLS.',
  check: (objects) =>
    configurationTexts(objects).flatMap(({ object, where, text }) =>
      WEAK.flatMap(([pattern, remedy]) =>
        (text.match(pattern) ?? []).map((found) => ({
          object,
          message: `${where} must not weaken TLS, got '${found.trim()}'; ${remedy}`,
        })),
      ),
    ),
};
