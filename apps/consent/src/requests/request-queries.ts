import {
  type AccessDenial,
  type AccessRequest,
  explanationFromFields,
  type LocalText,
} from '@grondslag/protocol';
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
      queryFn: () => authority.requests(citizen, 'Pending'),
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

/** Why a question waits no longer. */
export type WhyGone = 'answered' | 'canceled' | 'expired' | 'gone';

/** Where a question stands that waits no longer. */
export function useWhereItStands(id: string): Loadable<WhyGone> {
  const { authority } = useServices();
  return loadable(
    useQuery({
      queryKey: ['requests', 'where it stands', id],
      // Anything can stand in an address.
      enabled: /^[\da-f-]{36}$/i.test(id),
      queryFn: () => authority.whereItStands(id),
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
      queryFn: () => authority.denials(citizen),
      select: (denials) =>
        [...denials].sort((a, b) => b.issuanceDate.localeCompare(a.issuanceDate)),
    }),
  );
}

/** Why an agency asked, in its own words, by the id of the request. */
export type PurposeWords = ReadonlyMap<string, LocalText>;

/** The agencies' words in questions the citizen said yes to; nothing when they cannot be had. */
export function usePurposeWords(): Loadable<PurposeWords> {
  const { authority } = useServices();
  const citizen = useCitizen();
  const query = loadable(
    useQuery({
      queryKey: ['requests', 'Granted', citizen],
      queryFn: () => authority.requests(citizen, 'Granted'),
      select: purposeWords,
    }),
  );
  return { ...query, data: query.data ?? (query.failed ? new Map() : undefined), failed: false };
}

function purposeWords(requests: AccessRequest[]): PurposeWords {
  return new Map(
    requests.flatMap(({ id, credentialSubject }) => {
      const words = explanationFromFields(credentialSubject.hasConsent)?.purposeInWords;
      return words ? [[id, words] as const] : [];
    }),
  );
}

/** Sends a decision; afterwards questions and permissions are asked anew. */
export function useDecide() {
  const { authority } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: DecisionBody) => authority.decide(body),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['requests'] });
      void queries.invalidateQueries({ queryKey: ['grants'] });
    },
  });
}
