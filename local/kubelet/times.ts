const SECOND = 1_000_000_000n;

let cached = { second: -1n, offset: 0, text: '' };

/** `yyyy-mm-ddThh:mm:ss` of a time in nanoseconds, on clocks `offset` minutes ahead of UTC. */
function seconds(nanoseconds: bigint, offset: number): string {
  const second = nanoseconds / SECOND;
  if (cached.second !== second || cached.offset !== offset) {
    const text = new Date((Number(second) + offset * 60) * 1_000).toISOString().slice(0, 19);
    cached = { second, offset, text };
  }
  return cached.text;
}

function fraction(nanoseconds: bigint): string {
  return String(nanoseconds % SECOND).padStart(9, '0');
}

function zone(offset: number): string {
  const minutes = Math.abs(offset);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A time as Go writes it (`time.RFC3339Nano`): zeros at the end of the fraction are cut, and UTC is `Z`. */
export function goTime(nanoseconds: bigint, offset = 0): string {
  const digits = fraction(nanoseconds).replace(/0+$/, '');
  return `${seconds(nanoseconds, offset)}${digits && `.${digits}`}${offset === 0 ? 'Z' : zone(offset)}`;
}

/** A time as conmon writes it: always nine digits, and the offset of the node even if it is zero. */
export function conmonTime(nanoseconds: bigint, offset = 0): string {
  return `${seconds(nanoseconds, offset)}.${fraction(nanoseconds)}${zone(offset)}`;
}

/**
 * The clock of a node. It never shows the same time twice, and its last digit is never 0: so all lines of a load have
 * a time of the same length, and the bytes that are missing can be counted.
 */
export function clock(): () => bigint {
  const start = BigInt(Date.now()) * 1_000_000n - process.hrtime.bigint();
  let last = 0n;
  return () => {
    const now = start + process.hrtime.bigint();
    last = now > last ? now : last + 1n;
    if (last % 10n === 0n) last += 1n;
    return last;
  };
}
