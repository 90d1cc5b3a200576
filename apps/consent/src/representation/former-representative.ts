import type { HelperView } from '@grondslag/protocol/v1';
import { useHelpers } from '../helpers/helper-queries.ts';
import { useCitizen } from '../services.tsx';

/** Who decided for this person until they came of age; `undefined` where nobody did, or where it is not known yet. */
export function useFormerRepresentative(): HelperView | undefined {
  const citizen = useCitizen();
  return useHelpers().data?.find(
    ({ kind, ground, state, endedBy, ...one }) =>
      one.citizen === citizen &&
      kind === 'representative' &&
      ground !== 'court-decision' &&
      state === 'ended' &&
      endedBy === 'time',
  );
}
