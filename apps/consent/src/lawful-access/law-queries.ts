import type { DecisionRecord, LawfulAccessView, MandateView } from '@grondslag/legal-basis';
import { useQuery } from '@tanstack/react-query';
import { useCitizen, useServices } from '../services.tsx';
import { type Loadable, loadable } from '../ui/loadable.ts';
import { pollWhatIsTold } from '../ui/poll.ts';

/** Everything the law lets others read of this citizen, or did, newest first. */
export function useLawfulAccesses(): Loadable<LawfulAccessView[]> {
  const { law } = useServices();
  const citizen = useCitizen();
  return loadable(
    useQuery({
      queryKey: ['lawful-accesses', citizen],
      queryFn: async () => (await law()).lawfulAccesses(),
      refetchInterval: pollWhatIsTold(citizen),
      select: newestFirst,
    }),
  );
}

function newestFirst(views: LawfulAccessView[]): LawfulAccessView[] {
  return views.toSorted((a, b) => b.access.issuedAt.localeCompare(a.access.issuedAt));
}

/** The decision behind an access; `null` when there is no mandate, as in an emergency. */
export function useMandate(url: string | undefined): Loadable<MandateView | null> {
  const { law } = useServices();
  return loadable(
    useQuery({
      queryKey: ['mandate', url],
      queryFn: async () => (url === undefined ? null : (await law()).mandate(url)),
    }),
  );
}

const EXPLANATIONS_FRESH_FOR_MS = 10_000;

/** What was decided about an access, oldest first. */
export function useExplanations(credential: string, enabled = true): Loadable<DecisionRecord[]> {
  const { law } = useServices();
  return loadable(
    useQuery({
      queryKey: ['explanations', credential],
      enabled,
      // Several parts of a page say something of the same one.
      staleTime: EXPLANATIONS_FRESH_FOR_MS,
      queryFn: async () => (await law()).explanations(credential),
    }),
  );
}
