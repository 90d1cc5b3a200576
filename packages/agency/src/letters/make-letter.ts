import { authorityPaths, covers } from '@grondslag/protocol';
import { type Letter, letterSchema, newLetterSchema } from '@grondslag/protocol/counter';
import type { AuthorityConnection } from '../connect-authority.ts';
import { AgencyError } from '../errors.ts';
import { callRegister } from '../legal-basis/call-register.ts';
import { parseInput } from '../legal-basis/parse-input.ts';

/**
 * Has a letter made about a request of this agency that waits. An earlier letter about it is worth nothing from then on.
 *
 * @param bornOn date of birth of the citizen as the agency knows it, `1957-03-04`: at a counter it must be the same
 */
export async function makeLetter(
  authority: AuthorityConnection,
  requestId: string,
  bornOn: string,
): Promise<Letter> {
  const base = new URL(authorityPaths.credential, authority.url).href;
  if (!URL.canParse(requestId) || !covers(base, requestId)) {
    throw new AgencyError(
      'credential_not_found',
      `Expected the id of a request, which begins with ${base}.`,
    );
  }
  const id = encodeURIComponent(requestId.slice(base.length));
  return callRegister(authority, {
    method: 'PUT',
    path: `${authorityPaths.accessRequests}/${id}/letter`,
    body: parseInput(newLetterSchema, { bornOn }, 'letter'),
    schema: letterSchema,
    what: 'the letter',
  });
}
