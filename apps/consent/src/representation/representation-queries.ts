import { type AccessGrant, actedByFromFields } from '@grondslag/protocol';
import type { HelperView } from '@grondslag/protocol/v1';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createAuthorityClient } from '../authority/authority-client.ts';
import { isForHelper } from '../grants/lets-see.ts';
import { createAsHelperFetch } from '../helpers/as-helper-fetch.ts';
import { useHelperClient, useHelpers } from '../helpers/helper-queries.ts';
import { helpWith } from '../helpers/helping-now.ts';
import { pathTo, shortId } from '../routes.tsx';
import { useCitizen, useServices } from '../services.tsx';
import { type Loadable, loadable } from '../ui/loadable.ts';
import { goTo } from '../ui/navigation.ts';

/** For whom this person decides by law, newest first; and after them for whom this person did. */
export function useRepresented(): Loadable<HelperView[]> {
  const citizen = useCitizen();
  const helpers = useHelpers();
  return {
    ...helpers,
    data: helpers.data
      ?.filter((one) => one.kind === 'representative' && one.citizen !== citizen)
      .toSorted((a, b) => Number(a.state === 'ended') - Number(b.state === 'ended')),
  };
}

/** What this person allowed for somebody, and still counts. */
export function useGrantsGivenFor(represented: HelperView): Loadable<AccessGrant[]> {
  const { config, session } = useServices();
  const { id, citizen } = represented;
  return loadable(
    useQuery({
      queryKey: ['helpers', 'given', id],
      queryFn: async () => {
        const baseUrl = config.authority;
        const fetch = createAsHelperFetch(shortId(id), { baseUrl, fetch: session.fetch });
        const grants = await createAuthorityClient({ baseUrl, fetch }).grants(citizen, 'Active');
        return grants.filter(
          (grant) =>
            actedByFromFields(grant.credentialSubject.providedConsent)?.helper === id &&
            !isForHelper(grant),
        );
      },
    }),
  );
}

/** Begins for somebody, or goes on, and goes to the start page of that citizen. */
export function useBegin() {
  const client = useHelperClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (represented: HelperView) =>
      represented.state === 'active' ? represented : client.confirm(shortId(represented.id), []),
    onSuccess({ id }) {
      queries.clear();
      helpWith(shortId(id));
      goTo(pathTo('home'));
    },
  });
}
