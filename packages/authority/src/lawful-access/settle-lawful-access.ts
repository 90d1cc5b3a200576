import type { LawfulAccess } from '@grondslag/legal-basis';
import type { QuestionPowers } from '../decisions/gather-question.ts';
import { recordDecision } from '../decisions/record-decision.ts';
import { createNotice } from '../notices/create-notice.ts';
import { decideAgain } from './decide-again.ts';
import type {
  LawfulAccessRecord,
  LawfulAccessStore,
  RestsOn,
  StatusDecision,
} from './lawful-access-store.ts';
import { rememberReads } from './remember-reads.ts';

const PAGE_SIZE = 100;

/** Powers that settling needs. */
export interface SettlePowers extends QuestionPowers {
  readonly lawfulAccesses: LawfulAccessStore;
  readonly now: () => Date;
}

/**
 * Looks again at all access that rests on something that changed: what no longer holds stands still or ends, and what
 * holds again goes on. Vault servers hear of it by the status feed. The token endpoint decides again for itself, so
 * that nothing depends on this having come to its end.
 */
export async function settleLawfulAccess(restsOn: RestsOn, powers: SettlePowers): Promise<void> {
  const now = powers.now();
  const { lawfulAccesses } = powers;
  const remembering = rememberReads(powers);
  for (let after: LawfulAccess | undefined; ; ) {
    const page = await lawfulAccesses.listOpen(restsOn, { now, after, limit: PAGE_SIZE });
    const decided = await Promise.all(page.map((one) => settle(one, remembering, now)));
    const changes = decided.filter((one) => one !== undefined);
    if (changes.length > 0) await lawfulAccesses.change(changes);
    const resumed = new Set(
      changes.filter(({ change }) => change === 'resumed').map(({ credential }) => credential),
    );
    await lookOnceMore(
      page.filter(({ credential }) => resumed.has(credential)),
      powers,
    );
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_SIZE) return;
    after = last.access;
  }
}

/** What was resumed a moment ago: an objection may have come in between, and found it suspended already. */
async function lookOnceMore(
  resumed: readonly LawfulAccessRecord[],
  powers: SettlePowers,
): Promise<void> {
  const decided = await Promise.all(
    resumed.map(({ suspendedAt: _ended, ...one }) => settle(one, powers, powers.now())),
  );
  const changes = decided.filter((one) => one !== undefined);
  if (changes.length > 0) await powers.lawfulAccesses.change(changes);
}

const kinds = {
  revoked: 'access-ended',
  suspended: 'access-suspended',
  resumed: 'access-resumed',
} as const;

/** `undefined`: it stays as it is. */
async function settle(
  { access, credential, suspendedAt, review }: LawfulAccessRecord,
  powers: QuestionPowers,
  now: Date,
): Promise<StatusDecision | undefined> {
  const { decision, state } = await decideAgain({ access, ...(review && { review }) }, powers, now);
  const change = changeTo(state, suspendedAt !== undefined);
  if (change === undefined) return undefined;
  const { agency, citizen } = access;
  return {
    access,
    credential,
    change,
    at: now,
    decision: recordDecision(decision, 'review', { agency, citizen, credential, now }),
    notice: createNotice(kinds[change], access, now),
  };
}

function changeTo(
  state: 'open' | 'suspended' | 'ended',
  isSuspended: boolean,
): keyof typeof kinds | undefined {
  switch (state) {
    case 'ended':
      return 'revoked';
    case 'suspended':
      return isSuspended ? undefined : 'suspended';
    case 'open':
      return isSuspended ? 'resumed' : undefined;
  }
}
