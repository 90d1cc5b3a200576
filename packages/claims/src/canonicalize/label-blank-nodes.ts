import type { ExpandedNode, OpenStatement } from '../expand/expansion.ts';
import type { WrittenTerm } from '../nquads/line.ts';
import type { JoinLines } from './join-lines.ts';

/** Hexadecimal SHA-256 of UTF-8, at once. */
export type HashText = (text: string) => string;

/**
 * The canonical labels of blank nodes, by their numbers, where the statements about each tell it from the others.
 * `undefined` where they do not, or where that needs a hash and there is no function for it.
 *
 * The hash of a node is over all statements with it, the node itself written `_:a` and every other `_:z`. Two
 * statements can be written alike; both count.
 *
 * @see {@link https://www.w3.org/TR/rdf-canon/#hash-1d-quads | RDF Dataset Canonicalization, 4.6}
 */
export function labelBlankNodes(
  statements: readonly OpenStatement[],
  count: number,
  join: JoinLines,
  hash: HashText | undefined,
): readonly WrittenTerm[] | undefined {
  if (count === 1) return ['_:c14n0'];
  if (!hash) return undefined;
  const about: string[][] = Array.from({ length: count }, () => []);
  for (const { subject, predicate, object } of statements) {
    if (typeof subject === 'number')
      about[subject]?.push(`_:a${predicate}${seenFrom(subject, object)} .\n`);
    if (typeof object === 'number' && object !== subject)
      about[object]?.push(`${seenFrom(object, subject)}${predicate}_:a .\n`);
  }
  const hashed = about.map((lines, node) => ({ hash: hash(join(lines)), node }));
  hashed.sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const labels: WrittenTerm[] = [];
  for (const [at, { hash: own, node }] of hashed.entries()) {
    if (own === hashed[at + 1]?.hash) return undefined;
    labels[node] = `_:c14n${at}`;
  }
  return labels;
}

function seenFrom(node: number, other: ExpandedNode): WrittenTerm {
  if (typeof other === 'string') return other;
  return other === node ? '_:a' : '_:z';
}
