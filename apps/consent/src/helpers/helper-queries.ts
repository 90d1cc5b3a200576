import type { ConsentToConfirm, HelperAct, HelperView } from '@grondslag/protocol/v1';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useCitizen, useServices } from '../services.tsx';
import { type Loadable, loadable } from '../ui/loadable.ts';
import { pollWhatIsTold } from '../ui/poll.ts';
import { createHelperClient, type HelperClient } from './helper-client.ts';

/** Asks the authority about helpers, as who is signed in. */
export function useHelperClient(): HelperClient {
  const { config, session } = useServices();
  return useMemo(
    () => createHelperClient({ baseUrl: config.authority, fetch: session.fetch }),
    [config.authority, session.fetch],
  );
}

/** Who helps this person, and whom this person helps. */
export function useHelpers(): Loadable<HelperView[]> {
  const client = useHelperClient();
  const citizen = useCitizen();
  const { helping } = useServices();
  return loadable(
    useQuery({
      queryKey: ['helpers', citizen],
      // A helper does not learn of others.
      queryFn: async () => (helping ? [helping] : client.list()),
      refetchInterval: pollWhatIsTold(citizen),
    }),
  );
}

/** What a representative said yes to before this person came of age, and waits; none while helping somebody. */
export function useConsentsToConfirm(): Loadable<ConsentToConfirm[]> {
  const client = useHelperClient();
  const citizen = useCitizen();
  const { helping } = useServices();
  return loadable(
    useQuery({
      queryKey: ['helpers', 'consents', citizen],
      queryFn: async () => (helping ? [] : client.consentsToConfirm()),
    }),
  );
}

/** What one helper did. */
export function useHelperActs(id: string): Loadable<HelperAct[]> {
  const client = useHelperClient();
  return loadable(useQuery({ queryKey: ['helpers', 'acts', id], queryFn: () => client.acts(id) }));
}

/** Changes something about helpers; afterwards they, and permissions, are asked anew. */
export function useHelperChange<Given, Told>(
  change: (client: HelperClient, given: Given) => Promise<Told>,
) {
  const client = useHelperClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => change(client, given),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['helpers'] });
      void queries.invalidateQueries({ queryKey: ['grants'] });
    },
  });
}
