import { type Mandate, type NewMandate, participantStateAt } from '@grondslag/legal-basis';
import { ruleError } from '../decisions/rule-error.ts';
import { AuthorityError } from '../errors.ts';
import type { MandateFactsPowers } from './mandate-facts.ts';
import type { MandateStore } from './mandate-store.ts';
import { mandateUrl } from './mandate-url.ts';

/**
 * Keeps a draft, or a next version of a mandate, whatever it breaks: that is said in the answer, and looked at again
 * when it is decided on.
 *
 * @param uuid of a new one
 * @throws {AuthorityError} `participant_unknown`, `participant_not_admitted`, `mandate_not_found`, `version_conflict`
 */
export async function draftMandate(
  sent: NewMandate,
  agency: string,
  uuid: string,
  {
    baseUrl,
    mandates,
    register,
    now,
  }: MandateFactsPowers & { readonly baseUrl: string; readonly mandates: MandateStore },
): Promise<Mandate> {
  const participant = await register.findParticipant(agency);
  if (participant === undefined) throw ruleError('participant_unknown');
  if (participantStateAt(participant, now()) !== 'admitted') {
    throw ruleError('participant_not_admitted');
  }
  const { id = mandateUrl(baseUrl, uuid), version = 1, ...text } = sent;
  const mandate: Mandate = { id, version, agency, ...text, steps: [] };
  if (sent.id !== undefined && (await mandates.findVersions(id)).at(0)?.agency !== agency) {
    throw new AuthorityError('mandate_not_found', 'You have no mandate with this id.');
  }
  if ((await mandates.add(mandate, now())) === 'added') return mandate;
  throw new AuthorityError('version_conflict', 'version should be one more than the newest.');
}
