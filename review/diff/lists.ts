import { at } from '../manifests/kubernetes-object';
import type { ListKind } from './schema';

/** Elements of two lists that belong together; one of them is undefined if the other list has no such element. */
export interface Pair {
  /** What tells the element from others: its merge keys, its value, or its position. */
  readonly label: string;

  /** The element before. */
  readonly before: unknown;

  /** The element after. */
  readonly after: unknown;
}

/** The elements of two lists, and whether those that are in both stand in another order. */
export interface PairedLists {
  /** Elements that are in both, or in one of them. */
  readonly pairs: readonly Pair[];

  /** Whether the elements that are in both stand in another order. */
  readonly reordered: boolean;
}

/** Pairs the elements of two lists. */
export function pairElements(before: readonly unknown[], after: readonly unknown[], kind: ListKind): PairedLists {
  if (kind === 'sequence') return pairByPosition(before, after);
  const keys = kind === 'set' ? [] : kind.keys;
  const label = (element: unknown) => labelOf(element, keys);
  const [a, b] = [before.map(label), after.map(label)];
  // Without the key, or with one key twice, elements can only be told apart as a whole.
  const known = [...a, ...b].every((value) => value !== undefined) && isUnique(a) && isUnique(b);
  if (!known) return pairByContent(before, after);
  const rest = new Map(after.map((element) => [label(element) ?? '', element]));
  const pairs = before.map((element) => ({
    label: label(element) ?? '',
    before: element,
    after: rest.get(label(element) ?? ''),
  }));
  const old = new Set(a);
  const added = [...rest].filter(([key]) => !old.has(key));
  return {
    pairs: [...pairs, ...added.map(([key, element]) => ({ label: key, before: undefined, after: element }))],
    reordered: isReordered(a as string[], b as string[]),
  };
}

function labelOf(element: unknown, keys: readonly string[]): string | undefined {
  if (typeof element !== 'object') return keys.length === 0 ? String(element) : undefined;
  const values = keys.map((key) => at(element, ...key.split('.')) ?? (key === 'protocol' ? 'TCP' : undefined));
  return keys.length === 0 || values[0] === undefined ? undefined : values.filter((v) => v !== undefined).join('/');
}

/** Lists whose order counts: position by position, and as a whole if their lengths differ. */
function pairByPosition(before: readonly unknown[], after: readonly unknown[]): PairedLists {
  const canBePaired = before.length === after.length || [...before, ...after].some((e) => typeof e === 'object');
  if (!canBePaired) return pairByContent(before, after, true);
  const length = Math.max(before.length, after.length);
  const pairs = Array.from({ length }, (_, index) => ({
    label: String(index),
    before: before[index],
    after: after[index],
  }));
  return { pairs, reordered: false };
}

/** Equal elements belong together, wherever they are; those that are left over are paired in their order. */
function pairByContent(before: readonly unknown[], after: readonly unknown[], ordered = false): PairedLists {
  const [a, b] = [before.map(canonical), after.map(canonical)];
  const left = counts(a);
  const extra: unknown[] = [];
  for (const [index, key] of b.entries()) {
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    else extra.push(after[index]);
  }
  const gone: unknown[] = [];
  for (const [index, key] of a.entries()) {
    const count = left.get(key) ?? 0;
    if (count === 0) continue;
    left.set(key, count - 1);
    gone.push(before[index]);
  }
  const pairs = Array.from({ length: Math.max(gone.length, extra.length) }, (_, index) => ({
    label: labelOfContent(gone[index] ?? extra[index], before, after),
    before: gone[index],
    after: extra[index],
  }));
  // Scalars do not change into each other: one is removed and another one is added.
  const split = pairs.flatMap((pair) =>
    typeof pair.before === 'object' || pair.before === undefined || pair.after === undefined
      ? [pair]
      : [
          { ...pair, after: undefined },
          { label: String(pair.after), before: undefined, after: pair.after },
        ],
  );
  return { pairs: split, reordered: isReordered(a, b) || (ordered && split.length === 0) };
}

function labelOfContent(element: unknown, before: readonly unknown[], after: readonly unknown[]): string {
  if (typeof element !== 'object') return String(element);
  const list = before.includes(element) ? before : after;
  return String(list.indexOf(element));
}

function counts(keys: readonly string[]): Map<string, number> {
  const result = new Map<string, number>();
  for (const key of keys) result.set(key, (result.get(key) ?? 0) + 1);
  return result;
}

/** Text of a value that does not depend on the order of keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function isReordered(before: readonly string[], after: readonly string[]): boolean {
  const [inBefore, inAfter] = [new Set(before), new Set(after)];
  const [a, b] = [before.filter((key) => inAfter.has(key)), after.filter((key) => inBefore.has(key))];
  return a.some((key, index) => key !== b[index]);
}

function isUnique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}
