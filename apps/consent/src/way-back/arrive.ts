import { pathTo, shortId } from '../routes.tsx';
import { keepWayBack } from './keep-way-back.ts';
import { readArrival } from './read-arrival.ts';

/**
 * Opens the question an agency sent the citizen to, and keeps the way back in this tab, through the sign-in.
 * The address bar, and so the history and the sign-in, sees neither.
 */
export function arrive(
  authority: string,
  { location, history, sessionStorage }: Pick<Window, 'location' | 'history' | 'sessionStorage'>,
): void {
  const arrival = readArrival(location.search, authority);
  if (!arrival) return;
  if (arrival.at === 'elsewhere') {
    history.replaceState(null, '', pathTo('elsewhere'));
    return;
  }
  keepWayBack(sessionStorage, arrival.requestId, arrival.backTo);
  history.replaceState(null, '', pathTo('request', shortId(arrival.requestId)));
}
