import { useQuery } from '@tanstack/react-query';
import { createRecordsClient, type RecordsClient } from '../authority/records-client.ts';
import { useLawfulAccesses } from '../lawful-access/law-queries.ts';
import { useObjections } from '../objections/objection-queries.ts';
import { useDenials } from '../requests/request-queries.ts';
import { useCitizen, useServices } from '../services.tsx';
import { type Loadable, loadable, together } from '../ui/loadable.ts';
import { type Receipt, receiptsOf } from './receipt.ts';

/** The authority, about what was decided before. */
export function useRecords(): RecordsClient {
  const { config, session } = useServices();
  return createRecordsClient({ baseUrl: config.authority, fetch: session.fetch });
}

/** All receipts of the citizen, newest first. */
export function useReceipts(): Loadable<Receipt[]> {
  const records = useRecords();
  const citizen = useCitizen();
  const decided = useQuery({
    queryKey: ['grants', 'every', citizen],
    queryFn: async () => {
      const [grants, endings] = await Promise.all([
        records.everyGrant(citizen),
        records.endings(citizen),
      ]);
      return { grants, endings };
    },
  });
  const query = together({
    decided: loadable(decided),
    denials: useDenials(),
    accesses: useLawfulAccesses(),
    objections: useObjections(),
  });
  return {
    ...query,
    data: query.data && receiptsOf({ ...query.data.decided, ...query.data }),
  };
}
