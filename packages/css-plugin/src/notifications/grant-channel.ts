import type { NotificationChannel } from '@solid/community-server';
import type { IssuedGrant } from '../status-feed/grant-status-board.ts';

/** A channel as it is stored: with the grant under which it was opened. */
export interface GrantChannel extends NotificationChannel {
  readonly openedUnder?: IssuedGrant;
}

/** The grant under which a channel was opened; `undefined` for a channel of someone with access of their own. */
export function grantOf(channel: NotificationChannel): IssuedGrant | undefined {
  return (channel as GrantChannel).openedUnder;
}
