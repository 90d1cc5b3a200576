import { type AccessCredential, accessCredentialSchema } from '@grondslag/protocol';
import { askAuthority } from '../load/ask-authority.ts';
import type { Client } from '../load/client.ts';
import { checkReports } from './check-reports.ts';
import { compare } from './compare.ts';
import { fetchReads } from './fetch-all.ts';
import { addFindings, type Findings } from './findings.ts';
import type { FeedFollower } from './follow-feed.ts';
import { fetchStatusLists } from './status-lists.ts';

/** Looks up everything that was acknowledged since the last check, one by one, and forgets that it was touched. */
export async function checkTouched(
  baseUrl: string,
  clients: readonly Client[],
  feed: FeedFollower,
): Promise<Findings> {
  const found = await feed.listen();
  const credentials = await Promise.all(clients.map(fetchTouched));
  const lists = await fetchStatusLists(baseUrl, credentials.flat());
  await Promise.all(
    clients.map(async (client, index) => {
      const cases = [...client.touched];
      client.touched.clear();
      const read = cases.filter((one) => one.reads.size > 0);
      const reads = await Promise.all(
        read.map((one) => fetchReads(baseUrl, client.agency, one.decision?.id)),
      );
      const stored = {
        credentials: credentials[index] ?? [],
        reads: reads.flat(),
        lists,
        changes: feed.heard,
      };
      addFindings(found, compare(cases, stored));
      addFindings(found, await checkReports(cases));
    }),
  );
  return found;
}

async function fetchTouched({ agency, touched }: Client): Promise<AccessCredential[]> {
  const found: AccessCredential[] = [];
  for (const { request, decision } of touched) {
    for (const id of [request, decision?.id]) {
      if (id === undefined) continue;
      const { status, body } = await askAuthority('GET', id, { by: agency });
      if (status === 200) found.push(accessCredentialSchema.parse(body));
    }
  }
  return found;
}
