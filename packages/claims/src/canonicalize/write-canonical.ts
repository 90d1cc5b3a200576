import type { ExpandedNode, Expansion } from '../expand/expansion.ts';
import { type JoinLines, joinByCodePoint } from './join-lines.ts';
import { type HashText, labelBlankNodes } from './label-blank-nodes.ts';

/**
 * The canonical N-Quads of an expansion; `undefined` when its blank nodes are not easily told apart, or when it
 * holds half a character (that is hashed as another one).
 *
 * @param hash browsers have none that answers at once; without it, at most one blank node is labelled
 * @see {@link https://www.w3.org/TR/rdf-canon/#canon-algorithm | RDF Dataset Canonicalization, 4.4}
 */
export function writeCanonical(
  { lines, open, blankNodes }: Expansion,
  hash: HashText | undefined,
  join: JoinLines = joinByCodePoint,
): string | undefined {
  const all = [...lines];
  if (blankNodes > 0) {
    const labels = labelBlankNodes(open, blankNodes, join, hash);
    if (!labels) return undefined;
    const write = (node: ExpandedNode) => (typeof node === 'string' ? node : labels[node]);
    for (const { subject, predicate, object } of open) {
      all.push(`${write(subject)}${predicate}${write(object)} .\n`);
    }
  }
  const canonical = join(all);
  if (!canonical.isWellFormed()) return undefined;
  if (!all.some((line, at) => line === all[at - 1])) return canonical;
  // A statement made twice counts once, in the hashes too.
  return blankNodes > 1 ? undefined : [...new Set(all)].join('');
}
