import type { AccessCredential } from '@grondslag/protocol';
import type { Client } from '../load/client.ts';
import type { OutsideWorld } from '../world/outside-world.ts';
import type { Person } from '../world/person.ts';
import { checkAllReports } from './check-reports.ts';
import { askedResource, compare } from './compare.ts';
import { fetchCredentials, fetchReads } from './fetch-all.ts';
import { addFindings, type Findings } from './findings.ts';
import { followFeed } from './follow-feed.ts';
import { fetchStatusLists, placesOf, type StatusLists } from './status-lists.ts';

/**
 * Looks up everything there is: what was acknowledged is there once, no place in a status list is given twice, the
 * lists say the same as the rows, each report is told once, and the feed tells of each change once, from its beginning.
 */
export async function checkEverything(
  baseUrl: string,
  clients: readonly Client[],
  { world, source }: { readonly world: OutsideWorld; readonly source: Person },
): Promise<Findings> {
  const feed = followFeed(baseUrl, world);
  const found = await feed.listen();
  const changes = feed.heard;
  const everything: AccessCredential[] = [];
  const states = new Map<string, string>();
  for (const { agency, cases } of clients) {
    const credentials = await fetchCredentials(baseUrl, agency);
    everything.push(...credentials);
    const lists = await fetchStatusLists(baseUrl, credentials);
    const reads = await fetchReads(baseUrl, agency);
    addFindings(found, compare(cases, { credentials, reads, lists, changes }));
    for (const state of ['Canceled', 'Revoked', 'Suspended']) {
      for (const { id } of await fetchCredentials(baseUrl, agency, state)) states.set(id, state);
    }
  }
  addFindings(found, await checkAllReports(baseUrl, clients, source));
  const lists = await fetchStatusLists(baseUrl, everything);
  for (const credential of everything) {
    const state = states.get(credential.id);
    const ended = lists.isSet(credential, 'revocation');
    const suspended = lists.isSet(credential, 'suspension') && !ended;
    if (
      ended !== (state === 'Revoked' || state === 'Canceled') ||
      suspended !== (state === 'Suspended')
    ) {
      found.wrong.push(`the row of ${credential.id} and its status bit do not agree`);
    }
  }
  found.wrong.push(...bitsWithoutOwner(everything, lists));
  for (const [resource, requests] of Map.groupBy(everything, askedResource)) {
    // also those that were never acknowledged
    if (resource !== undefined && requests.length > 1)
      found.doubled.push(`request for ${resource}`);
  }
  const places = everything.flatMap(placesOf).map(({ list, index }) => `${list}#${index}`);
  for (const [place, owners] of Map.groupBy(places, (one) => one)) {
    if (owners.length > 1) found.doubled.push(`place ${place} of a status list`);
  }
  return found;
}

function bitsWithoutOwner(credentials: readonly AccessCredential[], lists: StatusLists): string[] {
  const places = credentials.flatMap((credential) =>
    placesOf(credential).map(({ kind, purpose }) => ({
      kind,
      set: lists.isSet(credential, purpose),
    })),
  );
  return [...lists.counts].flatMap(([kind, count]) => {
    const owned = places.filter((place) => place.kind === kind && place.set).length;
    return owned === count ? [] : [`${kind}: ${count} bits are set, of ${owned} credentials`];
  });
}
