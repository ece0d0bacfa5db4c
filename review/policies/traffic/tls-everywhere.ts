import type { Rule } from '../rule';
import { configurationTexts } from '../texts';

/** A URL without TLS to another host; namespaces of XML and the own pod are no connections. */
const PLAIN = /http:\/\/(?!localhost\b|127\.0\.0\.1\b|\[::1\]|www\.w3\.org)[\w.$-]+/g;

/** Settings that switch TLS off. */
const OFF =
  /^\s*(xpack\.security\.(?:http|transport)\.ssl\.enabled|server\.ssl\.enabled|xpack\.security\.enabled)["']?\s*:\s*["']?false\b/gm;

/** Programs talk to each other over TLS. */
export const tlsEverywhere: Rule = {
  name: 'tls-everywhere',
  reason: 'Logs hold personal data, and clients send passwords; both can be read on the way without TLS.',
  check: (objects) =>
    configurationTexts(objects).flatMap(({ object, where, text }) => [
      ...(text.match(PLAIN) ?? []).map((url) => ({
        object,
        message: `${where} must not name a URL without TLS, got ${url}; use https`,
      })),
      ...[...text.matchAll(OFF)].map(([, setting]) => ({
        object,
        message: `${setting} in ${where} must be true, got false; remove the setting`,
      })),
    ]),
};
