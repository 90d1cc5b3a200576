import type { Participants } from '@grondslag/protocol';
import { shortId } from '../routes.tsx';
import { checkWayBack, MAX_LENGTH, type WayBack } from './check-way-back.ts';

const KEY = 'way-back:';
type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps in this tab where the agency wants the citizen back after this request; `undefined` forgets it. */
export function keepWayBack(storage: Kept, requestId: string, backTo: string | undefined): void {
  const key = `${KEY}${shortId(requestId)}`;
  if (backTo === undefined) storage.removeItem(key);
  else storage.setItem(key, backTo.slice(0, MAX_LENGTH + 1));
}

/** The way back after a request of this agency, checked against the register; absent when none was asked. */
export function findWayBack(
  storage: Kept,
  requestId: string,
  agency: string,
  participants: Participants,
): WayBack | undefined {
  const backTo = storage.getItem(`${KEY}${shortId(requestId)}`);
  if (backTo === null) return undefined;
  const known = participants.agencies.find(({ webId }) => webId === agency);
  return checkWayBack(backTo, known?.redirectOrigins ?? []);
}
