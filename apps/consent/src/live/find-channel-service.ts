import { Parser } from 'n3';
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
  const quads = new Parser({ format: 'Turtle', baseIRI: description }).parse(turtle);
  const services = quads
    .filter(({ predicate }) => predicate.value === `${NOTIFY}subscription`)
    .map(({ object }) => object);
  return services.find((service) =>
    quads.some(
      ({ subject, predicate, object }) =>
        subject.equals(service) &&
        predicate.value === `${NOTIFY}channelType` &&
        object.value === `${NOTIFY}WebSocketChannel2023`,
    ),
  )?.value;
}
