/// <reference path="../canonicalize/rdf-canonize.d.ts" />
import { canonize } from 'rdf-canonize';
import { compareCodePoints } from '../nquads/compare-code-points.ts';
import type { WrittenTerm } from '../nquads/line.ts';
import { readLines } from '../nquads/read-lines.ts';
import { isBlank } from '../nquads/written-terms.ts';

const MAX_MILLISECONDS = 2_000;

/**
 * A canonical text with its blank nodes labelled by RDFC-1.0 with SHA-384, as suites of P-384 hash it.
 * `undefined` when that takes too much work.
 *
 * @param canonical as `canonicalize` gives it: it differs only when there are two blank nodes or more
 * @see {@link https://www.w3.org/TR/vc-di-ecdsa/#transformation-ecdsa-rdfc-2019 | Data Integrity ECDSA, 3.2.3}
 */
export async function canonicalizeSha384(canonical: string): Promise<string | undefined> {
  const lines = readLines(canonical);
  if (!lines) return undefined;
  if (!lines.some(({ subject, object }) => [subject, object].includes('_:c14n1'))) return canonical;
  const statements = lines.map(
    ({ subject, predicate, object, graph }) =>
      `${plain(subject)} ${predicate} ${plain(object)}${graph && ` ${plain(graph)}`} .\n`,
  );
  try {
    const labelled = await canonize(statements.join(''), {
      algorithm: 'RDFC-1.0',
      inputFormat: 'application/n-quads',
      messageDigestAlgorithm: 'SHA-384',
      maxWorkFactor: 3,
      signal: AbortSignal.timeout(MAX_MILLISECONDS),
    });
    const sorted = labelled.split('\n').slice(0, -1).sort(compareCodePoints);
    return sorted.map((line) => `${line}\n`).join('');
  } catch {
    return undefined;
  }
}

/** rdf-canonize 5 keeps a label that starts with `c14n` as it came. */
function plain(term: WrittenTerm): WrittenTerm {
  return isBlank(term) ? term.replace('c14n', 'b') : term;
}
