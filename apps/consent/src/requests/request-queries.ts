import type { AccessDenial, AccessRequest } from '@grondslag/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCitizen, useServices } from '../services.tsx';
import { type Loadable, loadable } from '../ui/loadable.ts';
import { pollWhatIsTold } from '../ui/poll.ts';
import type { DecisionBody } from './build-decision.ts';

/** Questions that wait for an answer, the one that ends first at the top. */
export function usePendingRequests(): Loadable<AccessRequest[]> {
  const { authority } = useServices();
  const citizen = useCitizen();
  return loadable(
    useQuery({
      queryKey: ['requests', 'Pending', citizen],
      queryFn: async () => (await authority()).requests(citizen, 'Pending'),
      refetchInterval: pollWhatIsTold(citizen),
      select: sortByUrgency,
    }),
  );
}

function sortByUrgency(requests: AccessRequest[]): AccessRequest[] {
  const end = ({ expirationDate }: AccessRequest) =>
    expirationDate ? Date.parse(expirationDate) : Infinity;
  return [...requests].sort(
    (a, b) => end(a) - end(b) || a.issuanceDate.localeCompare(b.issuanceDate),
  );
}

/** Whether a short id can be one of a question: anything can stand in an address. */
export function canBeQuestion(id: string): boolean {
  return /^[\da-f-]{36}$/i.test(id);
}

/** Why a question waits no longer. */
export type WhyGone = 'answered' | 'canceled' | 'expired' | 'gone';

/** Where a question stands that waits no longer. */
export function useWhereItStands(id: string): Loadable<WhyGone> {
  const { authority } = useServices();
  return loadable(
    useQuery({
      queryKey: ['requests', 'where it stands', id],
      enabled: canBeQuestion(id),
      queryFn: async () => (await authority()).whereItStands(id),
      select: (view): WhyGone => {
        if (view?.decision || view?.state === 'granted' || view?.state === 'denied')
          return 'answered';
        return view?.state === 'canceled' || view?.state === 'expired' ? view.state : 'gone';
      },
    }),
  );
}

/** Questions the citizen said no to, newest first. */
export function useDenials(): Loadable<AccessDenial[]> {
  const { authority } = useServices();
  const citizen = useCitizen();
  return loadable(
    useQuery({
      queryKey: ['requests', 'denials', citizen],
      queryFn: async () => (await authority()).denials(citizen),
      select: (denials) =>
        [...denials].sort((a, b) => b.issuanceDate.localeCompare(a.issuanceDate)),
    }),
  );
}

/** Sends a decision; afterwards questions and permissions are asked anew. */
export function useDecide() {
  const { authority } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: DecisionBody) => (await authority()).decide(body),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['requests'] });
      void queries.invalidateQueries({ queryKey: ['grants'] });
    },
  });
}
