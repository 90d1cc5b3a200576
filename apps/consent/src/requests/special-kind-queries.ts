import type { AccessRequest } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import { useQuery } from '@tanstack/react-query';
import type { LawClient } from '../authority/law-client.ts';
import { useServices } from '../services.tsx';
import { type Loadable, loadable } from '../ui/loadable.ts';
import { asksExplicitly, findSpecialKinds, type SpecialKind } from './special-kinds.ts';

/** About which kinds of facts the citizen is asked apart; mostly none. */
export function useSpecialKinds(request: AccessRequest): Loadable<readonly SpecialKind[]> {
  const { law } = useServices();
  return loadable(
    useQuery({
      queryKey: ['special-kinds', request.id],
      queryFn: async () => {
        const client = await law();
        if (!asksExplicitly(await client.explanations(request.id))) return [];
        const versions = await activitiesOf(request, client);
        return findSpecialKinds(request, versions, new Date());
      },
    }),
  );
}

/**
 * The same at a counter, where the authority says which kinds are asked about apart: with what they tell, as the agency
 * registered it.
 */
export function useCategories(
  request: AccessRequest,
  askApart: readonly string[],
): Loadable<readonly SpecialKind[]> {
  const { law } = useServices();
  return loadable(
    useQuery({
      queryKey: ['special-categories', request.id, askApart],
      queryFn: async () => {
        if (askApart.length === 0) return [];
        const versions = await activitiesOf(request, await law());
        const named = findSpecialKinds(request, versions, new Date());
        return askApart.map(
          (claimType) =>
            named.find((kind) => kind.claimType === claimType) ?? { claimType, categories: [] },
        );
      },
    }),
  );
}

/** Versions of the processing activity of a question, from the register; none when it names none. */
async function activitiesOf(request: AccessRequest, client: LawClient) {
  const activity = request.credentialSubject.hasConsent[g.processingActivity];
  return typeof activity === 'string' ? client.activities(activity) : [];
}
