import type { AccessRequest } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import { useQuery } from '@tanstack/react-query';
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
        const activity = request.credentialSubject.hasConsent[g.processingActivity];
        const versions = typeof activity === 'string' ? await client.activities(activity) : [];
        return findSpecialKinds(request, versions, new Date());
      },
    }),
  );
}
