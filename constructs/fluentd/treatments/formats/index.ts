import type { Mistake } from '../../../core';
import type { FormatSection } from '../option';
import { csvMistakes, csvParams } from './csv';
import type { LineFormat } from './format';

/** What is wrong with a format. */
export function formatMistakes(format: LineFormat): Mistake[] {
  return typeof format === 'string' ? [] : csvMistakes(format);
}

/** A format as the plugin reads it. */
export function formatParams(format: LineFormat): FormatSection {
  return typeof format === 'string' ? { format } : csvParams(format);
}
