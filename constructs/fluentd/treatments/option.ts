import type { Mistake } from '../../core';
import type { filter, source } from '../plugins';

/** The section of a treatment in the configuration of its filter. */
export type Section = Extract<Parameters<typeof filter.treatments>[1]['treatment'], readonly unknown[]>[number];

/** The section of a treatment in the configuration of the input. */
export type InputSection = Extract<
  NonNullable<Parameters<typeof source.containerLogs>[0]['treatment']>,
  readonly unknown[]
>[number];

/** The section of a format in that of its treatment. */
export type FormatSection = Extract<Section['parser'], readonly unknown[]>[number];

/** An option of a treatment, whose values are `T`. */
export interface Option<T> {
  /** What is wrong with a value. */
  mistakes(value: T): Mistake[];

  /** Its part of the section of the treatment. */
  params(value: T): Partial<Section>;

  /** Its part of the section in the input, if it has one. */
  inputParams?(value: T): Partial<InputSection>;
}
