import { getSolidDataset, getThing, getUrl } from '@inrupt/solid-client';
import type { Participant } from './accounts-file.ts';

const PIM_STORAGE = 'http://www.w3.org/ns/pim/space#storage';

/** Root of a participant's storage: as configured, as the profile says, or where Community Solid Server puts it. */
export async function findStorage({ storage, webId }: Participant): Promise<string> {
  if (storage !== undefined) return storage;
  const profile = getThing(await getSolidDataset(webId), webId);
  return (profile && getUrl(profile, PIM_STORAGE)) ?? new URL('../', webId).href;
}
