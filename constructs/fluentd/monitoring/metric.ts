/** A metric of the collector. */
export interface Metric<Label extends string = string> {
  /** Name. */
  readonly name: string;

  /** Whether it only grows. */
  readonly type: 'counter' | 'gauge';

  /** What its series differ by, beside the pod that serves them. */
  readonly labels: readonly Label[];

  /** What it counts, for the guide. */
  readonly counts: string;
}

/** A number that only grows, but for a restart. */
export function counter<const Label extends string>(
  name: string,
  labels: readonly Label[],
  counts: string,
): Metric<Label> {
  return { name, type: 'counter', labels, counts };
}

/** A number that grows and shrinks. */
export function gauge<const Label extends string>(
  name: string,
  labels: readonly Label[],
  counts: string,
): Metric<Label> {
  return { name, type: 'gauge', labels, counts };
}
