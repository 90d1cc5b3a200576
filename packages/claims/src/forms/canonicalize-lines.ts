/// <reference path="../canonicalize/rdf-canonize.d.ts" />
import { joinByCodePoint } from '../canonicalize/join-lines.ts';
import { writeCanonical } from '../canonicalize/write-canonical.ts';
import { ClaimsError } from '../errors.ts';
import { Expansion } from '../expand/expansion.ts';
import type { Line, WrittenTerm } from '../nquads/line.ts';
import { isBlank } from '../nquads/written-terms.ts';
import { platformCrypto } from '../proof/platform-crypto.ts';

const MAX_MILLISECONDS = 2_000;

/**
 * Canonical N-Quads of statements without a graph, whatever the labels of their blank nodes, and each once.
 *
 * No label from outside reaches the canonicalizer: blank nodes are numbered here.
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
    const statement = `${label(from)} ${predicate} ${label(to)} .\n`;
    if (statements.has(statement)) continue;
    statements.add(statement);
    expansion.add(from, ` ${predicate} `, to);
  }
  expansion.blankNodes = numbers.size;
  return (
    writeCanonical(expansion, platformCrypto.hashNow) ?? (await canonicalizeInGeneral(statements))
  );
}

function label(term: WrittenTerm | number): string {
  return typeof term === 'number' ? `_:b${term}` : term;
}

async function canonicalizeInGeneral(statements: Iterable<string>): Promise<string> {
  const { canonize } = await import('rdf-canonize');
  try {
    const canonical = await canonize([...statements].join(''), {
      algorithm: 'RDFC-1.0',
      inputFormat: 'application/n-quads',
      maxWorkFactor: 3,
      signal: AbortSignal.timeout(MAX_MILLISECONDS),
    });
    return joinByCodePoint(canonical.split(/(?<=\n)/));
  } catch (cause) {
    throw new ClaimsError('invalid_document', 'Expected RDF that can be canonicalized soon.', {
      cause,
    });
  }
}
