import { type AST, visitRegExpAST } from '@eslint-community/regexpp';

/** Up to this power of the length of a text is a time that the plugins' limit can deal with. */
const HIGHEST_POWER = 3;

/**
 * The repetition that may take exponential time, or so high a power of the length of a text that it is no better. Quadratic
 * time is not refused: Ruby remembers where it has been, which makes most patterns linear, and stops the others in time.
 */
export function catastrophicPart({ pattern, flags }: AST.RegExpLiteral): string | undefined {
  if (!hasNested(pattern)) return undefined;
  // Loading it takes as long as all the rest of a synthesis, and hardly a pattern needs it.
  const { analyse }: typeof import('scslre') = require('scslre');
  const { reports } = analyse({ pattern, flags }, { reportTypes: { Move: false, Self: true, Trade: true } });
  for (const report of reports) {
    if (report.type === 'Self' && (report.exponential || report.parentQuant.max > HIGHEST_POWER)) {
      return report.parentQuant.raw;
    }
    if (report.type === 'Trade' && report.exponential) return report.startQuant.raw;
  }
  return undefined;
}

/** Whether what repeats without bound is repeated: nothing else can be catastrophic, and the analysis takes its time. */
function hasNested(pattern: AST.Pattern): boolean {
  let found = false;
  const around: AST.Quantifier[] = [];
  visitRegExpAST(pattern, {
    onQuantifierEnter: (quantifier) => {
      if (quantifier.max === Number.POSITIVE_INFINITY && around.length > 0) found = true;
      if (quantifier.max > 1) around.push(quantifier);
    },
    onQuantifierLeave: (quantifier) => {
      if (quantifier.max > 1) around.pop();
    },
  });
  return found;
}
