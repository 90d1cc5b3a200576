import { beyond } from '../activities/data-need.ts';
import { objectionState, suspendsAccess } from '../objections/objection.ts';
import type { Ask, ObjectionInContext } from './question.ts';

/**
 * What objections do to a request of the same agency. An objection counts for its own purpose and data; against
 * consent only when what is asked now is not narrower: the specific beats the general, and at equal width an objection
 * beats consent.
 */
export function weighObjections(
  ask: Pick<Ask, 'purpose' | 'dataNeeds'>,
  objections: readonly ObjectionInContext[],
  against: 'consent' | 'lawful-access',
): 'objection_open' | 'objection_upheld' | undefined {
  const about = objections.filter(
    (one) =>
      one.purpose === ask.purpose &&
      overlaps(ask, one) &&
      !(against === 'consent' && isNarrower(ask, one)),
  );
  if (about.some(({ objection }) => objectionState(objection) === 'upheld'))
    return 'objection_upheld';
  if (about.some(({ objection }) => suspendsAccess(objection))) return 'objection_open';
  return undefined;
}

type Width = Pick<ObjectionInContext, 'dataNeeds'>;

function overlaps(one: Pick<Ask, 'dataNeeds'>, other: Width): boolean {
  return one.dataNeeds.some(({ claimType, fields }) =>
    other.dataNeeds.some(
      (need) => need.claimType === claimType && need.fields.some((field) => fields.includes(field)),
    ),
  );
}

function isNarrower(one: Pick<Ask, 'dataNeeds'>, other: Width): boolean {
  return (
    beyond(one.dataNeeds, other.dataNeeds).length === 0 &&
    beyond(other.dataNeeds, one.dataNeeds).length > 0
  );
}
