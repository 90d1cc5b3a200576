import { compareCodePoints, HAS_SURROGATE } from '../../nquads/compare-code-points.ts';
import { readLines } from '../../nquads/read-lines.ts';

/** Statements of a disclosed document as its issuer signed them, one by one. */
export interface DisclosedStatements {
  /** All of them, in order. */
  readonly mandatory: string;
  readonly others: readonly string[];
}

/**
 * The statements of a canonical text with the labels that the issuer gave its blank nodes, in order, in two
 * groups. More than one answer when the order is not the same to all: the standard sorts by code point,
 * libraries in JavaScript by UTF-16 unit. The signature decides.
 *
 * None when the labels do not name each blank node, and each by a name of its own: two nodes under one label
 * would be one signed node shown as two. None either when an index is not of a statement, or comes twice.
 *
 * @param labels from `c14n0` and so on to the label of the issuer
 * @param mandatoryIndexes places of the mandatory statements in the order
 * @see {@link https://www.w3.org/TR/vc-di-ecdsa/#createverifydata | Data Integrity ECDSA, 3.5.8}
 */
export function groupStatements(
  canonical: string,
  labels: ReadonlyMap<string, string>,
  mandatoryIndexes: readonly number[],
): DisclosedStatements[] {
  if (new Set(labels.values()).size !== labels.size) return [];
  const lines = relabel(canonical, labels);
  const mandatory = new Set(mandatoryIndexes);
  if (!lines || mandatory.size !== mandatoryIndexes.length) return [];
  if (mandatoryIndexes.some((index) => index >= lines.length)) return [];
  const orders = [lines.toSorted(compareCodePoints)];
  if (HAS_SURROGATE.test(canonical)) orders.push(lines.toSorted(compareUnits));
  return orders.map((order) => ({
    mandatory: order.filter((_, index) => mandatory.has(index)).join(''),
    others: order.filter((_, index) => !mandatory.has(index)),
  }));
}

/** Term by term, so that what looks like a label inside a text stays as it is. */
function relabel(canonical: string, labels: ReadonlyMap<string, string>): string[] | undefined {
  const unnamed = new Set<string>();
  const name = (term: string): string => {
    if (!term.startsWith('_:')) return term;
    const label = labels.get(term.slice(2));
    if (label === undefined) unnamed.add(term);
    return `_:${label}`;
  };
  const lines = readLines(canonical)?.map(
    ({ subject, predicate, object, graph }) =>
      `${name(subject)} ${predicate} ${name(object)}${graph && ` ${name(graph)}`} .\n`,
  );
  return unnamed.size === 0 ? lines : undefined;
}

function compareUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
