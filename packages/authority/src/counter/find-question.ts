import type { CredentialStore } from '../credentials/credential-store.ts';
import { AuthorityError } from '../errors.ts';
import { type FindLetterPowers, findLetter } from './find-letter.ts';

/**
 * The request of a letter, for the citizen it was sent to: being logged in proves more than a date of birth.
 *
 * @returns the id of the request
 * @throws {AuthorityError} as `findLetter`; of somebody else's letter `letter_unknown`
 */
export async function findQuestion(
  code: string,
  citizen: string,
  powers: FindLetterPowers & { readonly credentials: CredentialStore },
): Promise<string> {
  const { request } = await findLetter(code, citizen, powers);
  const found = await powers.credentials.find(request);
  if (found?.toAgent === citizen) return request;
  await powers.letters.noteWrongCode(citizen, powers.now());
  throw new AuthorityError('letter_unknown', 'There is no letter with this code for you.');
}
