import * as z from 'zod';
import type { AuthenticatedFetch } from '../authority/ask-authority.ts';

const TYPE = 'http://www.w3.org/ns/solid/notifications#WebSocketChannel2023';
const OPEN_WITHIN_MS = 15_000;
/** A channel is replaced so long before its end, and never later than after `LONGEST_MS`: clocks differ. */
const MARGIN_MS = 60_000;
const SHORTEST_MS = 30_000;
const LONGEST_MS = 9 * 60_000;

const answerSchema = z.object({
  receiveFrom: z.url(),
  endAt: z.iso.datetime({ offset: true }).exactOptional(),
});

/** An open channel that tells that one resource changed. */
export interface Channel {
  /** When another should take its place, in milliseconds since 1970. */
  readonly renewAt: number;
  isOpen(): boolean;
  close(): void;
}

/** When to replace a channel that was opened at `nowMs` and ends at `endAt`. */
export function renewalTime(nowMs: number, endAt: string | undefined): number {
  if (endAt === undefined) return nowMs + LONGEST_MS;
  const left = Date.parse(endAt) - MARGIN_MS - nowMs;
  return nowMs + Math.min(LONGEST_MS, Math.max(SHORTEST_MS, left));
}

/** Whether a channel is received from the vault server itself: its answer must not send the app to another. */
export function isAtVault(receiveFrom: string, vault: string): boolean {
  return new URL(receiveFrom).href.startsWith(vault.replace(/^http/, 'ws'));
}

/**
 * Opens a channel for `topic`; nothing when the vault server refuses it for this one.
 *
 * @throws {Error} when the vault server gives no answer, or one that cannot be used
 * @see {@link https://solid.github.io/notifications/websocket-channel-2023 | WebSocketChannel2023}
 */
export async function openChannel(
  topic: string,
  {
    service,
    vault,
    fetch,
    onChange,
    onClose,
  }: {
    readonly service: string;
    /** Base URL of the vault server, with trailing slash. */
    readonly vault: string;
    readonly fetch: AuthenticatedFetch;
    readonly onChange: () => void;
    readonly onClose: () => void;
  },
): Promise<Channel | undefined> {
  const response = await fetch(service, {
    method: 'POST',
    headers: { 'Content-Type': 'application/ld+json', Accept: 'application/ld+json' },
    body: JSON.stringify({
      '@context': ['https://www.w3.org/ns/solid/notification/v1'],
      type: TYPE,
      topic,
    }),
  });
  if ([403, 404, 422].includes(response.status)) return undefined;
  if (!response.ok) throw new Error(`channel: expected 200, got ${response.status}`);
  const { receiveFrom, endAt } = answerSchema.parse(await response.json());
  if (!isAtVault(receiveFrom, vault)) throw new TypeError('The channel is not at the vault server');
  const socket = new WebSocket(receiveFrom);
  await opened(socket);
  socket.addEventListener('message', onChange);
  socket.addEventListener('close', onClose);
  return {
    renewAt: renewalTime(Date.now(), endAt),
    isOpen: () => socket.readyState === WebSocket.OPEN,
    close() {
      socket.removeEventListener('message', onChange);
      socket.removeEventListener('close', onClose);
      socket.close();
    },
  };
}

function opened(socket: WebSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => socket.close(), OPEN_WITHIN_MS);
    socket.addEventListener('open', () => {
      clearTimeout(late);
      resolve();
    });
    socket.addEventListener('close', () => {
      clearTimeout(late);
      reject(new Error('The channel did not open'));
    });
  });
}
