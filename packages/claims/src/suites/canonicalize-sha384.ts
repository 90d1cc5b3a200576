import { canonicalizeInGeneral } from '../canonicalize/canonicalize-in-general.ts';
import { readLines } from '../nquads/read-lines.ts';

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
  const severalBlankNodes = lines.some(({ subject, object, graph }) =>
    [subject, object, graph].includes('_:c14n1'),
  );
  if (!severalBlankNodes) return canonical;
  try {
    return await canonicalizeInGeneral(lines, 'SHA-384');
  } catch {
    return undefined;
  }
}
