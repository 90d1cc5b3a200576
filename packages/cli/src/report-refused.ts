import type { Refused } from '@grondslag/agency';
import { exitCodes } from './exit-codes.ts';
import type { Language } from './mandates/prompt.ts';
import type { Report } from './print-outcome.ts';

/** The rule in the way, why, and what to do. */
export function reportRefused({ rule, article, why, advice }: Refused, language: Language): Report {
  return {
    lines: [`Refused: ${rule} (art. ${article})`, `  ${why[language]}`, `  ${advice[language]}`],
    exitCode: exitCodes.expectedNegative,
  };
}
