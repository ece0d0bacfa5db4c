/**
 * A time span as Elasticsearch and Fluentd write it: a positive whole number and a unit, e.g. `90s`, `12h`, `30d`.
 *
 * @see https://www.elastic.co/docs/reference/elasticsearch/rest-apis/api-conventions#time-units
 */
export type TimeValue = `${number}${keyof typeof SECONDS}`;

/**
 * A size of data as Elasticsearch writes it (powers of 1024): a positive whole number and a unit, e.g. `50gb`.
 *
 * @see https://www.elastic.co/docs/reference/elasticsearch/rest-apis/api-conventions#byte-units
 */
export type ByteSize = `${number}${keyof typeof BYTES}`;

/**
 * Memory or disk as a Kubernetes quantity in powers of 1024, e.g. `512Mi`, `4Gi`, `2Ti`.
 *
 * Decimal suffixes (`G`, `M`) are left out on purpose: mixing both in one environment hides a 7 % difference.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export type MemoryQuantity = `${number}${keyof typeof BINARY}`;

/** Processor time as a Kubernetes quantity: thousandths of a core (`500m`) or whole cores (`2`). */
export type CpuQuantity = `${number}m` | `${number}`;

const SECONDS = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;
const BYTES = { b: 1, kb: 2 ** 10, mb: 2 ** 20, gb: 2 ** 30, tb: 2 ** 40 } as const;
const BINARY = { Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 } as const;

const TIME_VALUE = /^([1-9]\d*)(s|m|h|d)$/;
const BYTE_SIZE = /^([1-9]\d*)(b|kb|mb|gb|tb)$/;
const MEMORY_QUANTITY = /^([1-9]\d*)(Ki|Mi|Gi|Ti)$/;
const CPU_QUANTITY = /^[1-9]\d*m?$/;

/** Processor time of `value` in thousandths of a core. */
export function toMillicores(value: CpuQuantity): number {
  return value.endsWith('m') ? Number(value.slice(0, -1)) : 1000 * Number(value);
}

/** Whether `value` is a `TimeValue`: whole, positive, with a unit. */
export function isTimeValue(value: unknown): value is TimeValue {
  return typeof value === 'string' && TIME_VALUE.test(value);
}

/** Whether `value` is a `ByteSize`: whole, positive, with a unit. */
export function isByteSize(value: unknown): value is ByteSize {
  return typeof value === 'string' && BYTE_SIZE.test(value);
}

/** Whether `value` is a `MemoryQuantity`: whole, positive, with a binary unit. */
export function isMemoryQuantity(value: unknown): value is MemoryQuantity {
  return typeof value === 'string' && MEMORY_QUANTITY.test(value);
}

/** Whether `value` is a `CpuQuantity`: whole and positive, in cores or thousandths of one. */
export function isCpuQuantity(value: unknown): value is CpuQuantity {
  return typeof value === 'string' && CPU_QUANTITY.test(value);
}

/**
 * Length of `value` in seconds.
 *
 * @throws RangeError if `value` is not a `TimeValue`
 */
export function toSeconds(value: TimeValue): number {
  const [, count, unit] = TIME_VALUE.exec(value) ?? refuseValue('a time such as 12h or 30d', value);
  return Number(count) * SECONDS[unit as keyof typeof SECONDS];
}

/**
 * Size of `value` in bytes; takes the spelling of Elasticsearch (`50gb`) and of Kubernetes (`50Gi`).
 *
 * @throws RangeError if `value` is neither a `ByteSize` nor a `MemoryQuantity`
 */
export function toBytes(value: ByteSize | MemoryQuantity): number {
  const [, count, unit] =
    BYTE_SIZE.exec(value) ?? MEMORY_QUANTITY.exec(value) ?? refuseValue('a size such as 50gb or 50Gi', value);
  return Number(count) * { ...BYTES, ...BINARY }[unit as keyof typeof BYTES | keyof typeof BINARY];
}

function refuseValue(expected: string, value: string): never {
  throw new RangeError(`expected ${expected}, got ${JSON.stringify(value)}`);
}
