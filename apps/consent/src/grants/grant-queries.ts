import type { AccessGrant } from '@grondslag/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCitizen, useServices } from '../services.tsx';
import { type Loadable, loadable } from '../ui/loadable.ts';
import { POLL_SELDOM_MS, pollWhatIsTold } from '../ui/poll.ts';
import { isForHelper, letsSee } from './lets-see.ts';

/** Permissions to see something that hold now, newest first. */
export function useActiveGrants(): Loadable<AccessGrant[]> {
  return useGrants('Active', toSee);
}

/** Permissions that hold now to put facts in the vault, without seeing any. */
export function usePlacingGrants(): Loadable<AccessGrant[]> {
  return useGrants('Active', toPlace);
}

/** Permissions to see something that the citizen ended, and those that ran out, newest first. */
export function useEndedGrants(): {
  readonly revoked: Loadable<AccessGrant[]>;
  readonly expired: Loadable<AccessGrant[]>;
} {
  return { revoked: useGrants('Revoked', toSee), expired: useGrants('Expired', toSee) };
}

function useGrants(
  status: 'Active' | 'Revoked' | 'Expired',
  select: (grants: AccessGrant[]) => AccessGrant[],
): Loadable<AccessGrant[]> {
  const { authority } = useServices();
  const citizen = useCitizen();
  return loadable(
    useQuery({
      queryKey: ['grants', status, citizen],
      queryFn: async () => (await authority()).grants(citizen, status),
      // What has ended changes only when the citizen ends something, or with what is active.
      refetchInterval: status === 'Active' ? pollWhatIsTold(citizen) : POLL_SELDOM_MS,
      select,
    }),
  );
}

function toSee(grants: AccessGrant[]): AccessGrant[] {
  return newestFirst(grants.filter(letsSee));
}

function toPlace(grants: AccessGrant[]): AccessGrant[] {
  return newestFirst(grants.filter((grant) => !letsSee(grant) && !isForHelper(grant)));
}

function newestFirst(grants: AccessGrant[]): AccessGrant[] {
  return [...grants].sort((a, b) => b.issuanceDate.localeCompare(a.issuanceDate));
}

/** Ends a permission; afterwards permissions are asked anew. */
export function useStopGrant() {
  const { authority } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (grant: AccessGrant) => (await authority()).withdraw(grant),
    onSettled: () => queries.invalidateQueries({ queryKey: ['grants'] }),
  });
}
