/** Decimal exponents of the suffixes of a Kubernetes quantity. */
const DECIMAL: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };

/** Powers of 1024 of the binary suffixes. */
const BINARY: readonly string[] = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

const QUANTITY = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+)|([numkMGTPE]|[KMGTPE]i))?$/;

/** Smallest part of a quantity that counts: a thousand-millionth. */
const NANO_DIGITS = 9;

/**
 * Value of a Kubernetes quantity in thousand-millionths, exactly, or undefined if it is none: `1000m`, `1` and `1e0` are
 * the same, `1Gi` and `1024Mi` too.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function nanosOf(quantity: unknown): bigint | undefined {
  const match = QUANTITY.exec(String(quantity));
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent, suffix = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  const power = exponent === undefined ? (DECIMAL[suffix] ?? 0) : Number(exponent);
  if (power > 30) return undefined;
  const digits = BigInt(whole + fraction) * 1024n ** BigInt(Math.max(0, BINARY.indexOf(suffix)));
  const shift = NANO_DIGITS - fraction.length + power;
  const nanos = shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift);
  return sign === '-' ? -nanos : nanos;
}

/** Value of a Kubernetes quantity as a number, 0 if it is none: cores, or bytes. */
export function amountOf(quantity: unknown): number {
  return Number(nanosOf(quantity) ?? 0n) / 1e9;
}
