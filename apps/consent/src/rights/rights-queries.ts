import type { AskedRight, RightsRequestView } from '@grondslag/legal-basis';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCitizen, useServices } from '../services.tsx';
import { type Loadable, loadable } from '../ui/loadable.ts';
import { pollWhatIsTold } from '../ui/poll.ts';

/** What this citizen asked organisations by a right, newest first. */
export function useRightsRequests(): Loadable<RightsRequestView[]> {
  const { law } = useServices();
  const citizen = useCitizen();
  return loadable(
    useQuery({
      queryKey: ['rights-requests', citizen],
      queryFn: async () => (await law()).rightsRequests(),
      refetchInterval: pollWhatIsTold(citizen),
      select: (views) =>
        views.toSorted((a, b) => b.request.receivedAt.localeCompare(a.request.receivedAt)),
    }),
  );
}

/** Asks; afterwards the list is asked anew. */
export function useAskRight() {
  const { law } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (asked: {
      readonly right: AskedRight;
      /** Id of the permission, or of the access. */
      readonly about: string;
      readonly words?: string;
    }) => (await law()).askRight(asked),
    onSettled: () => queries.invalidateQueries({ queryKey: ['rights-requests'] }),
  });
}
