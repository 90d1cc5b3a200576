import { type AccessGrant, grantStateSchema } from '@grondslag/protocol';
import { useQuery } from '@tanstack/react-query';
import {
  createRecordsClient,
  type Ending,
  type RecordsClient,
} from '../authority/records-client.ts';
import { useCitizen, useServices } from '../services.tsx';
import { type Loadable, loadable } from '../ui/loadable.ts';

/** The authority, about what was decided before. */
export function useRecords(): RecordsClient {
  const { config, session } = useServices();
  return createRecordsClient({ baseUrl: config.authority, fetch: session.fetch });
}

/** All that the citizen ever allowed, whatever became of it. */
export function useEveryGrant(): Loadable<AccessGrant[]> {
  const { authority } = useServices();
  const citizen = useCitizen();
  return loadable(
    useQuery({
      queryKey: ['grants', 'every', citizen],
      queryFn: async () => {
        const { grants } = await authority();
        const found = grantStateSchema.options.map((state) => grants(citizen, state));
        return (await Promise.all(found)).flat();
      },
    }),
  );
}

/** When permissions were ended and by whom, by id. */
export function useEndings(): Loadable<ReadonlyMap<string, Ending>> {
  const records = useRecords();
  const citizen = useCitizen();
  return loadable(
    useQuery({
      queryKey: ['grants', 'endings', citizen],
      queryFn: () => records.endings(citizen),
    }),
  );
}
