import { useCorrections } from '../corrections/correction-queries.ts';
import { useEndings, useEveryGrant } from '../grants/every-grant.ts';
import { useLawfulAccesses } from '../lawful-access/law-queries.ts';
import { useObjections } from '../objections/objection-queries.ts';
import { useDenials } from '../requests/request-queries.ts';
import { useRightsRequests } from '../rights/rights-queries.ts';
import { type Loadable, together } from '../ui/loadable.ts';
import { type Receipt, receiptsOf } from './receipt.ts';

/** All receipts of the citizen, newest first. */
export function useReceipts(): Loadable<Receipt[]> {
  const query = together({
    grants: useEveryGrant(),
    endings: useEndings(),
    denials: useDenials(),
    accesses: useLawfulAccesses(),
    objections: useObjections(),
    requests: useRightsRequests(),
    corrections: useCorrections(),
  });
  return { ...query, data: query.data && receiptsOf(query.data) };
}
