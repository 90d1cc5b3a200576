import type { HelperLook } from '@grondslag/protocol/v1';
import { useQuery } from '@tanstack/react-query';
import { useHelperClient } from '../helpers/helper-queries.ts';
import { useCitizen, useServices } from '../services.tsx';
import { type Loadable, loadable } from '../ui/loadable.ts';
import { POLL_SELDOM_MS } from '../ui/poll.ts';

/** What helpers looked through; a helper is not told. */
export function useHelperLooks(): Loadable<HelperLook[]> {
  const client = useHelperClient();
  const citizen = useCitizen();
  const { helping } = useServices();
  return loadable(
    useQuery({
      queryKey: ['helpers', 'looks', citizen],
      queryFn: async () => (helping ? [] : client.looks()),
      refetchInterval: POLL_SELDOM_MS,
    }),
  );
}
