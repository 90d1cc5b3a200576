import { type Credentials, WebSocketChannel2023Type } from '@solid/community-server';
import { accessGrantOf } from '../grant-token/access-grant-credentials.ts';
import type { GrantChannel } from './grant-channel.ts';

/** WebSocket channels that know under which grant they were opened, and end with it. */
export class GrantChannelType extends WebSocketChannel2023Type {
  override async initChannel(
    data: Parameters<WebSocketChannel2023Type['initChannel']>[0],
    credentials: Credentials,
  ) {
    const channel = await super.initChannel(data, credentials);
    const access = accessGrantOf(credentials);
    if (!access) return channel;
    const { authority, grant, endsAtMs = Number.POSITIVE_INFINITY } = access;
    const endAt = Math.min(channel.endAt ?? Number.POSITIVE_INFINITY, endsAtMs);
    const ofGrant = { ...channel, openedUnder: { authority, grant } };
    return Number.isFinite(endAt) ? { ...ofGrant, endAt } : ofGrant;
  }

  /** As the client sees it: the grant is the server's own note. */
  override async toJsonLd(channel: GrantChannel): Promise<Record<string, unknown>> {
    const { openedUnder, ...seen } = channel;
    return super.toJsonLd(seen);
  }
}
