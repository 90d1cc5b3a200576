import { AuthorityError } from '../errors.ts';
import { checkOperator } from '../register/register-powers.ts';
import type { Helper } from './helper.ts';
import { type HelperPowers, helperNotFound } from './helper-powers.ts';
import { helperUrl } from './helper-url.ts';
import { comesOfAge } from './invite-helper.ts';

/**
 * The operator registered a wrong birthday of a child. All that hangs on it follows; whoever is of age by the right one
 * hears so at once, and has as many days to confirm as anybody.
 *
 * @throws {AuthorityError} `not_operator`, `helper_not_found` also where there is no child, `birthday_in_future`
 */
export async function correctBirthday(
  uuid: string,
  bornOn: string,
  caller: string,
  powers: HelperPowers,
): Promise<Helper> {
  checkOperator(caller, powers);
  const { helpers, baseUrl } = powers;
  const id = helperUrl(baseUrl, uuid);
  const at = powers.now();
  const found = await helpers.find(id);
  const { representation } = found?.terms ?? {};
  if (representation === undefined || !('bornOn' in representation)) throw helperNotFound();
  if (new Date(bornOn) > at) {
    throw new AuthorityError('birthday_in_future', 'bornOn should be a day that was.');
  }
  await helpers.correctBirthday(id, { bornOn, until: new Date(comesOfAge(bornOn)), at });
  await helpers.endDue(at);
  const corrected = await helpers.find(id);
  if (corrected) return corrected;
  throw helperNotFound();
}
