import { canonicalizeInGeneral } from '../canonicalize/canonicalize-in-general.ts';
import { writeCanonical } from '../canonicalize/write-canonical.ts';
import { ClaimsError } from '../errors.ts';
import { Expansion } from '../expand/expansion.ts';
import type { Line, WrittenTerm } from '../nquads/line.ts';
import { isBlank } from '../nquads/written-terms.ts';
import { platformCrypto } from '../proof/platform-crypto.ts';

/**
 * Canonical N-Quads of statements without a graph, whatever the labels of their blank nodes, and each once.
 *
 * @throws {ClaimsError} `invalid_document` when that takes too much work
 * @see {@link https://www.w3.org/TR/rdf-canon/#canon-algorithm | RDF Dataset Canonicalization, 4.4}
 */
export async function canonicalizeLines(lines: readonly Line[]): Promise<string> {
  const numbers = new Map<WrittenTerm, number>();
  const numbered = (term: WrittenTerm) => {
    if (!isBlank(term)) return term;
    const number = numbers.get(term) ?? numbers.size;
    numbers.set(term, number);
    return number;
  };
  const expansion = new Expansion();
  const statements = new Set<string>();
  for (const { subject, predicate, object } of lines) {
    const [from, to] = [numbered(subject), numbered(object)];
    const statement = `${from} ${predicate} ${to}`;
    if (statements.has(statement)) continue;
    statements.add(statement);
    expansion.add(from, ` ${predicate} `, to);
  }
  expansion.blankNodes = numbers.size;
  const canonical = writeCanonical(expansion, platformCrypto.hashNow);
  if (canonical !== undefined) return canonical;
  try {
    return await canonicalizeInGeneral(lines.map((line) => ({ ...line, graph: '' })));
  } catch (cause) {
    throw new ClaimsError('invalid_document', 'Expected RDF that can be canonicalized soon.', {
      cause,
    });
  }
}
