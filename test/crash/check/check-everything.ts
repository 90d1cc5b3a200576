import { type AccessCredential, revocationEntryOf } from '@grondslag/protocol';
import type { Client } from '../load/client.ts';
import type { OutsideWorld } from '../world/outside-world.ts';
import { compare } from './compare.ts';
import { fetchCredentials, fetchReads } from './fetch-all.ts';
import { addFindings, type Findings } from './findings.ts';
import { followFeed } from './follow-feed.ts';
import { fetchStatusLists } from './status-lists.ts';

/**
 * Looks up everything there is: what was acknowledged is there once, no place in a status list is given twice, the
 * lists say the same as the rows, and the feed tells of each change once, from its beginning.
 */
export async function checkEverything(
  baseUrl: string,
  clients: readonly Client[],
  world: OutsideWorld,
): Promise<Findings> {
  const feed = followFeed(baseUrl, world);
  const found = await feed.listen();
  const changes = feed.heard;
  const everything: AccessCredential[] = [];
  let revokedRows = 0;
  for (const { agency, cases } of clients) {
    const credentials = await fetchCredentials(baseUrl, agency);
    everything.push(...credentials);
    const lists = await fetchStatusLists(baseUrl, credentials);
    const reads = await fetchReads(baseUrl, agency);
    addFindings(found, compare(cases, { credentials, reads, lists, changes }));
    for (const state of ['Canceled', 'Revoked']) {
      for (const row of await fetchCredentials(baseUrl, agency, state)) {
        revokedRows++;
        if (!lists.isRevoked(row)) found.wrong.push(`${row.id} is revoked, its status bit is not`);
      }
    }
  }
  const { revoked } = await fetchStatusLists(baseUrl, everything);
  if (revoked !== revokedRows) {
    found.wrong.push(`${revokedRows} credentials are revoked, and ${revoked} status bits are set`);
  }
  for (const [place, owners] of Map.groupBy(everything, placeInList)) {
    if (owners.length > 1) found.doubled.push(`place ${place} of a status list`);
  }
  return found;
}

function placeInList(credential: AccessCredential): string {
  return revocationEntryOf(credential).id;
}
