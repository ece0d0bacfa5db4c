import type { Treatment } from '../../../../constructs';
import type { TreatmentCase } from '../treatment-case';

/** A line, and the fields that it has. */
export type LineCase = readonly [
  title: string,
  why: string,
  treatment: Omit<Treatment, 'name' | 'select'>,
  line: string,
  fields: Readonly<Record<string, unknown>>,
];

/** Cases of lines, each of which keeps its text. */
export function linesOf(cases: readonly LineCase[]): TreatmentCase[] {
  return cases.map(([title, why, treatment, line, fields]) => ({
    title,
    why,
    treatment,
    lines: [line],
    documents: [{ message: line, event: undefined, ...fields }],
  }));
}
