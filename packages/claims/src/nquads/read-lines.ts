import { compareCodePoints, HAS_SURROGATE } from './compare-code-points.ts';
import * as grammar from './grammar.ts';
import type { Line, WrittenTerm } from './line.ts';
import { isBlank } from './written-terms.ts';

/** Regular expressions of some engines run out of stack at a few million escapes in one literal. */
const MAX_LENGTH = 4_194_304;
const LINE = new RegExp(grammar.line, 'y');

/**
 * The statements of a canonical text, with each term as it is written.
 *
 * `undefined` when the text is not canonical N-Quads: one space between terms, each character written in the
 * one way there is, lines in order of code points and none twice, blank nodes labelled `c14n0`, `c14n1` and so
 * on without a gap. Neither is one of more than four million characters. Takes time in proportion to the length
 * of the text, whatever it says.
 *
 * @see {@link https://www.w3.org/TR/rdf-canon/#canonical-quads | RDF Dataset Canonicalization, 5}
 */
export function readLines(canonical: string): readonly Line[] | undefined {
  // Half a character is hashed as U+FFFD: two texts would have one hash.
  if (canonical.length > MAX_LENGTH || !canonical.isWellFormed()) return undefined;
  const precedes = HAS_SURROGATE.test(canonical) ? precedesByCodePoint : precedesByUnit;
  const lines: Line[] = [];
  const labels = new Set<WrittenTerm>();
  let previous = '';
  let last: WrittenTerm = '';
  LINE.lastIndex = 0;
  while (LINE.lastIndex < canonical.length) {
    const match = LINE.exec(canonical);
    if (!match || !precedes(previous, match[0])) return undefined;
    const [text, first = '', predicate = '', object = '', graph = ''] = match;
    // Lines of one subject follow each other, and one string is looked up sooner than equal ones.
    const subject = first === last ? last : first;
    last = subject;
    if (isBlank(subject)) labels.add(subject);
    if (isBlank(object)) labels.add(object);
    if (isBlank(graph)) labels.add(graph);
    lines.push({ subject, predicate, object, graph });
    previous = text;
  }
  return isNumberedFromZero(labels) ? lines : undefined;
}

function precedesByUnit(a: string, b: string): boolean {
  return a < b;
}

function precedesByCodePoint(a: string, b: string): boolean {
  return compareCodePoints(a, b) < 0;
}

/** As many different labels as the highest number says. */
function isNumberedFromZero(labels: ReadonlySet<WrittenTerm>): boolean {
  for (const label of labels) if (Number(label.slice('_:c14n'.length)) >= labels.size) return false;
  return true;
}
