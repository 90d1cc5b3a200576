import { authorityPaths } from '@grondslag/protocol';
import { accessGrantViewSchema } from '@grondslag/protocol/v1';
import * as z from 'zod';
import { type AuthenticatedFetch, askAuthority } from './ask-authority.ts';
import { askPages } from './ask-pages.ts';

/** When a permission was ended, and by whom. */
export interface Ending {
  readonly at: Date;
  readonly byAgency: boolean;
  /** When the agency erased what it kept, as it says itself. */
  readonly erasedAt?: Date;
}

/** What the app asks of the authority to write receipts. Every method rejects with an `AuthorityError`. */
export interface RecordsClient {
  /** When permissions were ended, by the id of the credential. */
  endings(citizen: string): Promise<ReadonlyMap<string, Ending>>;
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
  return {
    async endings(citizen) {
      const asked = new URLSearchParams({ state: 'revoked', citizen, pageSize: '100' });
      const first = new URL(`${authorityPaths.accessGrants}?${asked}`, baseUrl).href;
      const revoked = await askPages(fetch, first, accessGrantViewSchema);
      return new Map(
        revoked.flatMap(({ credential, revokedAt, endedBy, erasure }) =>
          revokedAt === undefined
            ? []
            : [
                [
                  credential,
                  {
                    at: new Date(revokedAt),
                    byAgency: endedBy === 'agency',
                    ...(erasure && { erasedAt: new Date(erasure.erasedAt) }),
                  },
                ] as const,
              ],
        ),
      );
    },
    async credential(url) {
      if (!url.startsWith(baseUrl)) throw new TypeError('A credential of another authority');
      return (await askAuthority(fetch, url, z.unknown())).body;
    },
  };
}
