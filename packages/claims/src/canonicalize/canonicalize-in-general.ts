import type { Line, WrittenTerm } from '../nquads/line.ts';
import { isBlank } from '../nquads/written-terms.ts';
import { canonizeBounded, type LabelHash } from './canonize-bounded.ts';
import { joinByCodePoint } from './join-lines.ts';

/**
 * A chain of a thousand that look alike keeps rdf-canonize busy for minutes, and its signal does not stop it: two
 * hundred take 1.4 s.
 */
const MAX_BLANK_NODES = 200;

/**
 * Canonical N-Quads of any statements, whatever the labels of their blank nodes, and each once: what the quick
 * ways leave to rdf-canonize.
 *
 * @throws {Error} when it takes too much work, or holds half a character: that is hashed as another one
 * @see {@link https://www.w3.org/TR/rdf-canon/#canon-algorithm | RDF Dataset Canonicalization, 4.4}
 */
export async function canonicalizeInGeneral(
  lines: readonly Line[],
  hash?: LabelHash,
): Promise<string> {
  const labels = new Map<WrittenTerm, WrittenTerm>();
  const relabel = (term: WrittenTerm) => {
    if (!isBlank(term)) return term;
    const label = labels.get(term) ?? `_:b${labels.size}`;
    labels.set(term, label);
    return label;
  };
  const statements = lines.map(
    ({ subject, predicate, object, graph }) =>
      `${relabel(subject)} ${predicate} ${relabel(object)}${graph && ` ${relabel(graph)}`} .\n`,
  );
  if (labels.size > MAX_BLANK_NODES) throw new Error('too many blank nodes');
  const canonical = await canonizeBounded([...new Set(statements)].join(''), hash);
  if (!canonical.isWellFormed()) throw new Error('half a character');
  return joinByCodePoint(canonical.split(/(?<=\n)/));
}
