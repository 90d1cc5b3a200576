import {
  type AccessGrant,
  accessGrantSchema,
  authorityPaths,
  type GrantState,
} from '@grondslag/protocol';
import { accessGrantViewSchema } from '@grondslag/protocol/v1';
import * as z from 'zod';
import { type AuthenticatedFetch, askAuthority } from './ask-authority.ts';

const MAX_PAGES = 25;
const states: readonly GrantState[] = ['Active', 'Suspended', 'Revoked', 'Expired'];

/** What the app asks of the authority to write receipts. Every method rejects with an `AuthorityError`. */
export interface RecordsClient {
  /** All that this citizen ever allowed, whatever became of it. */
  everyGrant(citizen: string): Promise<AccessGrant[]>;
  /** When permissions were ended, by the id of the credential. */
  endings(citizen: string): Promise<ReadonlyMap<string, Date>>;
  /** A signed credential, as it is. */
  credential(url: string): Promise<unknown>;
}

/** In a file of its own, loaded with the pages that need it. `baseUrl` ends in a slash. */
export function createRecordsClient({
  baseUrl,
  fetch,
}: {
  readonly baseUrl: string;
  readonly fetch: AuthenticatedFetch;
}): RecordsClient {
  async function pages<Item extends z.ZodType>(first: URL, item: Item): Promise<z.infer<Item>[]> {
    const schema = z.object({ items: z.array(item) });
    const items: z.infer<Item>[] = [];
    let page: string | undefined = first.href;
    for (let count = 0; page !== undefined && count < MAX_PAGES; count += 1) {
      const answer: { body: { items: z.infer<Item>[] }; next: string | undefined } =
        await askAuthority(fetch, page, schema);
      items.push(...answer.body.items);
      page = answer.next;
    }
    return items;
  }
  const at = (path: string, parameters: Record<string, string>) =>
    new URL(`${path}?${new URLSearchParams(parameters)}`, baseUrl);

  return {
    async everyGrant(citizen) {
      const asked = states.map((status) =>
        pages(
          at(authorityPaths.query, { type: 'SolidAccessGrant', status, fromAgent: citizen }),
          accessGrantSchema,
        ),
      );
      return (await Promise.all(asked)).flat();
    },
    async endings(citizen) {
      const revoked = await pages(
        at(authorityPaths.accessGrants, { state: 'revoked', citizen, pageSize: '100' }),
        accessGrantViewSchema,
      );
      return new Map(
        revoked.flatMap(({ credential, revokedAt }) =>
          revokedAt === undefined ? [] : [[credential, new Date(revokedAt)] as const],
        ),
      );
    },
    async credential(url) {
      if (!url.startsWith(baseUrl)) throw new TypeError('A credential of another authority');
      return (await askAuthority(fetch, url, z.unknown())).body;
    },
  };
}
