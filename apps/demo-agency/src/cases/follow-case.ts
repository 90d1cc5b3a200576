import type { Agency, DecisionOutcome } from '@grondslag/agency';
import type { Case, CaseState } from './case.ts';
import type { CaseStore } from './case-store.ts';

interface FollowPowers {
  agency: Pick<Agency, 'waitForDecision'>;
  cases: CaseStore;
}

/** Looks once whether the citizen has decided, and keeps what is new. */
export async function followCase({ agency, cases }: FollowPowers, kept: Case): Promise<Case> {
  if (kept.state.kind !== 'asked') return kept;
  const decision = await agency.waitForDecision(kept.state.requestId, { timeoutSeconds: 0 });
  if (decision.status === 'pending') return kept;
  const decided = { ...kept, state: stateAfter(decision) };
  await cases.save(decided);
  return decided;
}

function stateAfter(decision: Exclude<DecisionOutcome, { status: 'pending' }>): CaseState {
  switch (decision.status) {
    case 'granted':
      return {
        kind: 'granted',
        grantId: decision.grant.id,
        notGranted: decision.notGranted.map(({ claimType, required }) => ({ claimType, required })),
      };
    case 'denied':
      return {
        kind: 'denied',
        ...(decision.reason !== undefined && { reason: decision.reason }),
      };
    case 'expired':
    case 'canceled':
      return { kind: decision.status };
  }
}
