import type { CredentialStore } from '../credentials/credential-store.ts';
import { AuthorityError } from '../errors.ts';
import type { Actor } from '../helpers/identify-actor.ts';
import { seesCredential } from '../helpers/in-sight.ts';
import { type FindLetterPowers, findLetter } from './find-letter.ts';

/**
 * The request of a letter, for the citizen it was sent to: being logged in proves more than a date of birth. A helper
 * finds what they see anyhow, and wrong codes count for the helper.
 *
 * @returns the id of the request
 * @throws {AuthorityError} as `findLetter`; of somebody else's letter `letter_unknown`
 */
export async function findQuestion(
  code: string,
  actor: Actor,
  powers: FindLetterPowers & { readonly credentials: CredentialStore },
): Promise<string> {
  const caller = actor.caller.webId;
  const { request } = await findLetter(code, caller, powers);
  const found = await powers.credentials.find(request);
  if (found?.toAgent === actor.webId && seesCredential(actor, found)) return request;
  await powers.letters.noteWrongCode(caller, powers.now());
  throw new AuthorityError('letter_unknown', 'There is no letter with this code for you.');
}
