import { compareCodePoints, HAS_SURROGATE } from '../nquads/compare-code-points.ts';

/** Puts lines in order, in place, and together. */
export type JoinLines = (lines: string[]) => string;

/** In the order of RDFC-1.0. */
export const joinByCodePoint: JoinLines = (lines) => {
  const text = joinByUnit(lines);
  return HAS_SURROGATE.test(text) ? concatenate(lines.sort(compareCodePoints)) : text;
};

/**
 * In the order that JavaScript has for text. Issuers whose library sorts so (rdf-canonize 5 does) get another text
 * where an astral character meets one of U+E000 to U+FFFF, and only there.
 */
export const joinByUnit: JoinLines = (lines) => {
  if (lines.length > MAX_TO_INSERT) lines.sort();
  else insertInOrder(lines);
  return concatenate(lines);
};

const MAX_TO_INSERT = 64;

/** Takes a third less time than `sort` for the two dozen lines of a credential. */
function insertInOrder(lines: string[]): void {
  for (let from = 1; from < lines.length; from++) {
    const line = lines[from] as string;
    let at = from;
    for (; at > 0 && (lines[at - 1] as string) > line; at--) lines[at] = lines[at - 1] as string;
    lines[at] = line;
  }
}

function concatenate(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) text += line;
  return text;
}
