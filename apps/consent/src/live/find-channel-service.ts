import { Parser, Store } from 'n3';
import type { AuthenticatedFetch } from '../authority/ask-authority.ts';

const STORAGE_DESCRIPTION = 'http://www.w3.org/ns/solid/terms#storageDescription';
const NOTIFY = 'http://www.w3.org/ns/solid/notifications#';

/**
 * Where to subscribe to changes in a storage over a WebSocket; nothing when its server has no such service.
 *
 * @see {@link https://solidproject.org/TR/notifications-protocol#discovery | Solid Notifications Protocol, Discovery}
 */
export async function findChannelService(
  storage: string,
  fetch: AuthenticatedFetch,
): Promise<string | undefined> {
  const { headers } = await fetch(storage, { method: 'HEAD' });
  const links = (headers.get('Link') ?? '').matchAll(/<([^>]*)>([^<]*)/g);
  const link = [...links].find(([, , parameters]) => parameters?.includes(STORAGE_DESCRIPTION));
  if (link?.[1] === undefined) return undefined;
  const description = new URL(link[1], storage).href;
  const response = await fetch(description, { headers: { Accept: 'text/turtle' } });
  if (!response.ok) throw new Error(`storage description: expected 200, got ${response.status}`);
  const turtle = await response.text();
  const graph = new Store(new Parser({ format: 'Turtle', baseIRI: description }).parse(turtle));
  const type = `${NOTIFY}WebSocketChannel2023`;
  return graph
    .getObjects(null, `${NOTIFY}subscription`, null)
    .find((service) => graph.countQuads(service, `${NOTIFY}channelType`, type, null) > 0)?.value;
}
