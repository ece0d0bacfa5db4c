import type { Mistake } from '../../../core';
import type { FormatSection } from '../option';
import { csvMistakes, csvParams } from './csv';
import type { LineFormat } from './format';
import { grokMistakes, grokParams } from './grok';
import { regexpMistakes, regexpParams } from './pattern';

/** What is wrong with a format. */
export function formatMistakes(format: LineFormat): Mistake[] {
  if (typeof format === 'string') return [];
  if ('csv' in format) return csvMistakes(format);
  return 'grok' in format ? grokMistakes(format) : regexpMistakes(format);
}

/** A format as the plugin reads it. */
export function formatParams(format: LineFormat): FormatSection {
  if (typeof format === 'string') return { format };
  if ('csv' in format) return csvParams(format);
  return 'grok' in format ? grokParams(format) : regexpParams(format);
}
