import { compareCodePoints, HAS_SURROGATE } from './compare-code-points.ts';
import * as grammar from './grammar.ts';
import type { Line, WrittenTerm } from './line.ts';
import { isBlank } from './written-terms.ts';

/** Regular expressions of some engines run out of stack at a few million escapes in one literal. */
const MAX_LENGTH = 4_194_304;
const SUBJECT = new RegExp(grammar.subject, 'y');
const PREDICATE = new RegExp(grammar.predicate, 'y');
const OBJECT = new RegExp(grammar.object, 'y');
const END_OF_LINE = '.\n';
const SPACE = 0x20;

/** What a line says after its subject: `text` is its predicate and its object with the spaces and the stop. */
interface Tail {
  readonly text: string;
  readonly predicate: WrittenTerm;
  readonly object: WrittenTerm;
}

/**
 * The lines of the text before, without their subjects: a source's credentials of one kind are much alike. What stands
 * there again, the grammar would read as it did; comparing takes a fifth of the time.
 */
const likely: Tail[] = [];
const MAX_LIKELY = 64;

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
  let before: Line = { subject: '', predicate: '', object: '', graph: '' };
  for (let at = 0; at < canonical.length; ) {
    // Lines of one subject follow each other.
    const subject = standsAt(canonical, at, before.subject)
      ? before.subject
      : readTerm(canonical, at, SUBJECT);
    if (subject === undefined) return undefined;
    at += subject.length + 1;
    const guess = likely[lines.length];
    let tail: Tail;
    let graph: WrittenTerm = '';
    if (guess && canonical.substring(at, at + guess.text.length) === guess.text) {
      tail = guess;
      at += guess.text.length;
    } else {
      const start = at;
      const predicate =
        guess && standsAt(canonical, at, guess.predicate)
          ? guess.predicate
          : readTerm(canonical, at, PREDICATE);
      if (predicate === undefined) return undefined;
      at += predicate.length + 1;
      const object = readTerm(canonical, at, OBJECT);
      if (object === undefined) return undefined;
      at += object.length + 1;
      if (!canonical.startsWith(END_OF_LINE, at)) {
        const named = readTerm(canonical, at, SUBJECT);
        if (named === undefined) return undefined;
        graph = named;
        at += graph.length + 1;
        if (!canonical.startsWith(END_OF_LINE, at)) return undefined;
      }
      at += END_OF_LINE.length;
      tail = { text: canonical.slice(start, at), predicate, object };
      if (graph === '' && lines.length < MAX_LIKELY) likely[lines.length] = tail;
    }
    const { predicate, object } = tail;
    const line = { subject, predicate, object, graph };
    if (!precedes(before, line)) return undefined;
    if (isBlank(subject)) labels.add(subject);
    if (isBlank(object)) labels.add(object);
    if (isBlank(graph)) labels.add(graph);
    lines.push(line);
    before = line;
  }
  return isNumberedFromZero(labels) ? lines : undefined;
}

function standsAt(text: string, at: number, term: WrittenTerm): boolean {
  const end = at + term.length;
  return term !== '' && text.charCodeAt(end) === SPACE && text.substring(at, end) === term;
}

/** The term that stands here with a space after it. */
function readTerm(text: string, at: number, pattern: RegExp): WrittenTerm | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? text.slice(at, pattern.lastIndex - 1) : undefined;
}

/**
 * Lines in order are terms in order: where one term begins another, the space after it comes before what goes on in the
 * other, and the stop comes before the name of a graph.
 */
function precedesByUnit(a: Line, b: Line): boolean {
  if (a.subject !== b.subject) return a.subject < b.subject;
  if (a.predicate !== b.predicate) return a.predicate < b.predicate;
  return a.object === b.object ? a.graph < b.graph : a.object < b.object;
}

function precedesByCodePoint(a: Line, b: Line): boolean {
  const order =
    compareCodePoints(a.subject, b.subject) ||
    compareCodePoints(a.predicate, b.predicate) ||
    compareCodePoints(a.object, b.object) ||
    compareCodePoints(a.graph, b.graph);
  return order < 0;
}

/** As many different labels as the highest number says. */
function isNumberedFromZero(labels: ReadonlySet<WrittenTerm>): boolean {
  for (const label of labels) if (Number(label.slice('_:c14n'.length)) >= labels.size) return false;
  return true;
}
