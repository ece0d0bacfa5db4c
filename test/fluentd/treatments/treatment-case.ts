import type { Treatment } from '../../../constructs';

/** What a treatment does to lines, as it is to be seen in Elasticsearch. */
export interface TreatmentCase {
  readonly title: string;

  /** Why it is so, or who says it: a document, an issue. */
  readonly why: string;

  readonly treatment: Omit<Treatment, 'name' | 'select'>;

  /** What the container writes, a line each. */
  readonly lines: readonly string[];

  /** What is to be seen of the documents, by the names of their fields; a field that must not be there is `undefined`. */
  readonly documents: readonly Readonly<Record<string, unknown>>[];

  /** Lines that are dropped, by reason. @default - none */
  readonly dropped?: Readonly<Record<string, number>>;
}
