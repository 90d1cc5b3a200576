/// <reference path="./bbs-signatures.d.ts" />
import { ClaimsError } from '../../errors.ts';

export const CIPHERSUITE = 'BLS12-381-SHA-256';

/**
 * The BBS signatures: 0.2 s to load, so only when one is met.
 *
 * @throws {ClaimsError} `not_installed`
 */
export async function loadBbs() {
  try {
    return await import('@digitalbazaar/bbs-signatures');
  } catch (cause) {
    throw new ClaimsError(
      'not_installed',
      'Expected @digitalbazaar/bbs-signatures 3 beside @grondslag/claims. Add it to use bbs-2023.',
      { cause },
    );
  }
}
