const UNITS = ['B', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi'];

/** Bytes for people, with one digit after the point, e.g. `1.5Ti`. */
export function bytesText(bytes: number): string {
  const exponent = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1);
  return `${Math.round((bytes / 2 ** (10 * exponent)) * 10) / 10}${UNITS[exponent]}`;
}

/** A share for people, in whole percent. */
export function percentText(share: number): string {
  return `${Math.round(share * 100)} %`;
}
