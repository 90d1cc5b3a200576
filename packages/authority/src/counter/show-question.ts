import type { CounterView } from '@grondslag/protocol/counter';
import { showAccess } from '../api/show-access.ts';
import { createUuidV7 } from '../credentials/credential-id.ts';
import { isAccess, type StoredAccess } from '../credentials/credential-store.ts';
import { findKindsAskedApart } from '../decisions/check-explicit-consent.ts';
import { type CounterPowers, type OpenedLetter, openAsClerk } from './counter-powers.ts';
import { describeEntry } from './describe-entry.ts';

/**
 * The question of a letter as a clerk and the citizen see it together: kinds of facts, and no fact. That it was opened
 * is on record for the citizen.
 *
 * @throws {AuthorityError} as `openAsClerk`
 */
export async function showQuestion(
  proof: { readonly code: string; readonly bornOn: string },
  caller: string,
  powers: CounterPowers,
): Promise<CounterView> {
  const opened = await openAsClerk(proof, caller, powers);
  const at = powers.now();
  const entry = describeEntry(opened, { id: createUuidV7(at), at, kind: 'opened' });
  await powers.letters.addOpened(entry);
  const { letter, request } = opened;
  const { hasConsent } = request.credential.credentialSubject;
  const decisions = await powers.credentials.findDecisions([request.id]);
  const show = { baseUrl: powers.baseUrl, now: at, decisions };
  const { state } = showAccess({ ...request, kind: 'SolidAccessRequest' }, show);
  const decision = await findDecided(opened, powers);
  const asked = (await powers.decisions.list(request.id)).findLast(
    ({ occasion }) => occasion === 'request',
  );
  return {
    request: request.credential,
    state: state as CounterView['state'],
    mayAnswer: state === 'pending' && at < letter.answerBefore,
    askApart: [
      ...(await findKindsAskedApart(request, hasConsent.forPersonalData, { ...powers, now: at })),
    ],
    warnings: asked?.warnings.map(({ why }) => why) ?? [],
    ...(decision && {
      decision: {
        credential: decision.credential as NonNullable<CounterView['decision']>['credential'],
        state: showAccess(decision, show).state as NonNullable<CounterView['decision']>['state'],
      },
    }),
  };
}

/** The decision on the request of a letter, wherever it was taken. */
export async function findDecided(
  { request }: OpenedLetter,
  { credentials }: Pick<CounterPowers, 'credentials'>,
): Promise<StoredAccess | undefined> {
  const decided = (await credentials.findDecisions([request.id])).get(request.id);
  const found = decided && (await credentials.find(decided.credential));
  return found && isAccess(found) ? found : undefined;
}
