import {
  type CounterReceipt,
  enteredToFields,
  type NewCounterAnswer,
} from '@grondslag/protocol/counter';
import { acl } from '@grondslag/vocab';
import type { AskedCredential } from '../credentials/asked-credential.ts';
import { credentialUrl } from '../credentials/credential-id.ts';
import { issueCredential } from '../credentials/issue-credential.ts';
import { readAskedCredential } from '../credentials/read-asked-credential.ts';
import { AuthorityError } from '../errors.ts';
import { type CounterPowers, type OpenedLetter, openAsClerk } from './counter-powers.ts';
import { describeEntry } from './describe-entry.ts';

/**
 * Enters what a citizen answered at a counter or on paper. It is the citizen's decision, and keeps every rule of one
 * that is taken on screen; it says who entered it, and where. What the citizen sees of it is stored with it.
 *
 * @param uuid of the decision
 * @throws {AuthorityError} `letter_expired`, `answer_of_other_request`, `already_decided`, as `openAsClerk` and as
 * `issueCredential`
 */
export async function enterAnswer(
  { answer, sighting, ...proof }: NewCounterAnswer,
  caller: string,
  uuid: string,
  powers: CounterPowers,
): Promise<CounterReceipt> {
  const opened = await openAsClerk(proof, caller, powers);
  const { clerk, letter, request } = opened;
  const at = powers.now();
  if (at >= letter.answerBefore) {
    throw new AuthorityError('letter_expired', 'The time to answer with this letter is over.');
  }
  const asked = readAskedCredential(answer);
  checkAnswers(asked, opened);
  const entered = describeEntry(opened, {
    id: uuid,
    at,
    kind: 'answered',
    decision: credentialUrl(powers.baseUrl, uuid),
    sighting,
  });
  const by = { channel: sighting.channel, desk: clerk.desk.id, by: clerk.webId };
  const customFields = { ...asked.customFields, ...enteredToFields(by) };
  const decision = await issueCredential(
    { ...asked, customFields },
    request.toAgent,
    powers,
    uuid,
    entered,
  );
  return { entry: entered.entry, decision: decision as CounterReceipt['decision'] };
}

/** A yes or no to the question of this letter, to read and to nothing else. */
function checkAnswers({ kind, link, modes }: AskedCredential, { request }: OpenedLetter): void {
  if (kind === 'SolidAccessRequest' || link?.verified !== true || link.id !== request.id) {
    throw new AuthorityError(
      'answer_of_other_request',
      'answer should be a grant or denial with the request of this letter as its verifiedRequest.',
    );
  }
  if (kind === 'SolidAccessGrant' && modes.some((mode) => mode !== acl.Read)) {
    throw new AuthorityError('mode_not_requested', 'At a counter a citizen allows to read only.');
  }
}
