import { type AccessRequest, covers, type LocalText } from '@grondslag/protocol';
import { canShare, type FactView, fieldsOf } from '../facts/fact-view.ts';
import { type AskedFields, askedFieldsOf, explainedNeeds } from './asked-fields.ts';

/** One of the citizen's facts, and what is asked of it. */
export interface AskedFact extends FactView, AskedFields {}

/** One need of an agency, with the citizen's own facts that meet it. */
export interface AskedFacts {
  /** What was asked: a fact or a container of facts. */
  readonly resource: string;
  /** Why, in the agency's words; absent when it gave none. */
  readonly reason?: LocalText;
  readonly required: boolean;
  /** How old a fact may be; absent when that does not matter. */
  readonly maxAgeDays?: number;
  /** Facts that can be shared. */
  readonly facts: readonly AskedFact[];
  /** Facts that are there, but cannot be shared now. */
  readonly unusable: readonly AskedFact[];
  /** Whether all facts that meet this need are already under an earlier one. */
  readonly above: boolean;
}

/** What a request asks, sorted for the citizen. */
export interface Asked {
  readonly needs: readonly AskedFacts[];
  /** Asked, but nothing the citizen can be shown here: so nothing that can be shared here. */
  readonly unknown: readonly string[];
}

type AskedNeed = Pick<AskedFacts, 'resource' | 'required' | 'reason' | 'maxAgeDays'>;

const DAY_MILLISECONDS = 86_400_000;

/** As the agency will see it: older than any of the needs it meets allows is no use to it. */
function judgeAge(view: FactView, meets: readonly AskedNeed[], now: Date): FactView {
  const { check, validFrom } = view;
  if (!check.verified || !validFrom || meets.length === 0) return view;
  const days = Math.max(...meets.map((need) => need.maxAgeDays ?? Number.POSITIVE_INFINITY));
  const isTooOld = now.getTime() - validFrom.getTime() > days * DAY_MILLISECONDS;
  return isTooOld ? { ...view, check: { verified: false, reason: 'too_old' } } : view;
}

/**
 * Puts each of the citizen's facts under the first need it meets, required needs first; what was asked
 * without an explanation comes last. Each fact is there once, unless nothing that it says is asked.
 */
export function sortAskedFacts(
  request: AccessRequest,
  facts: readonly FactView[],
  now: Date,
): Asked {
  const { forPersonalData, inherit = true } = request.credentialSubject.hasConsent;
  const needs = [...explainedNeeds(request)].sort(
    (a, b) => Number(b.required) - Number(a.required),
  );
  const unexplained = forPersonalData
    .filter((resource) => !needs.some((need) => need.resource === resource))
    .map((resource): AskedNeed => ({ resource, required: false }));
  const asked: readonly AskedNeed[] = [...needs, ...unexplained];
  const judged = facts.flatMap((view): AskedFact[] => {
    const meets = asked.filter((need) => covers(need.resource, view.resource, inherit));
    const fields = askedFieldsOf(request, view.resource, fieldsOf(view.fact));
    if (view.fact && fields.asked.length === 0) return [];
    return [{ ...judgeAge(view, meets, now), ...fields }];
  });
  const placed = new Set<string>();
  const unknown: string[] = [];

  const sorted = asked.flatMap((need): AskedFacts[] => {
    const meeting = judged.filter((view) => covers(need.resource, view.resource, inherit));
    const fresh = meeting.filter((view) => !placed.has(view.resource));
    for (const view of fresh) placed.add(view.resource);
    if (!need.reason) {
      if (meeting.length === 0) unknown.push(need.resource);
      if (fresh.length === 0) return [];
    }
    return [
      {
        resource: need.resource,
        required: need.required,
        ...(need.reason && { reason: need.reason }),
        ...(need.maxAgeDays !== undefined && { maxAgeDays: need.maxAgeDays }),
        facts: fresh.filter(canShare),
        unusable: fresh.filter((view) => !canShare(view)),
        above: meeting.length > 0 && fresh.length === 0,
      },
    ];
  });
  return { needs: sorted, unknown };
}
