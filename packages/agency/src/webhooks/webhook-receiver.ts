import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CloudEvent } from '@grondslag/protocol/v1';
import { AgencyError } from '../errors.ts';
import { keysOf, type VerifyWebhookOptions, verifyWebhook } from './verify-webhook.ts';

/** Many times an event. */
const MAX_BODY_BYTES = 65_536;
/** Longer than a message is fresh, so that none is dealt with twice. */
const REMEMBER_SECONDS = 700;
const MAX_REMEMBERED = 10_000;

/** What a receiver needs. */
export interface WebhookReceiverOptions extends VerifyWebhookOptions {
  /**
   * Deals with an event, and resolves when it is safe: only then is it accepted. When it fails, the event comes again,
   * and those after it wait. After a crash an event may come that was dealt with: keep its `id`, or `sequence`.
   */
  readonly handle: (event: CloudEvent) => Promise<void>;
  /** Told what went wrong: `webhook_refused`, or what `handle` threw. The sender learns a status only. */
  readonly onProblem?: (problem: unknown) => void;
}

/** Receives webhooks at a server of the agency; the same event is dealt with once. */
export interface WebhookReceiver {
  /** For servers that speak `Request` and `Response`. */
  respond(request: Request): Promise<Response>;
  /** For `http.createServer` of Node, and what is built on it; the body must not have been read. */
  listener(request: IncomingMessage, response: ServerResponse): void;
}

/**
 * Makes a receiver of own events: checks the signature and the time of each, answers 204 when it was dealt with, 401 to
 * who is not the authority, 405, 413, and 503 when dealing with it failed, after which it comes again.
 *
 * @throws {TypeError} when a secret is none
 */
export function createWebhookReceiver({
  secrets,
  handle,
  now = () => new Date(),
  onProblem = () => undefined,
}: WebhookReceiverOptions): WebhookReceiver {
  keysOf(secrets);
  const dealtWith = new Map<string, { readonly at: number; readonly work: Promise<void> }>();

  /** @returns the status to answer with */
  async function receive(
    method: string,
    headers: Headers,
    body: AsyncIterable<Uint8Array>,
  ): Promise<number> {
    if (method !== 'POST') return 405;
    try {
      const text = await textOf(body);
      if (text === undefined) return 413;
      const event = verifyWebhook({ headers, body: text }, { secrets, now });
      if (event) await once(event);
      return 204;
    } catch (error) {
      onProblem(error);
      return error instanceof AgencyError && error.code === 'webhook_refused' ? 401 : 503;
    }
  }

  function once(event: CloudEvent): Promise<void> {
    forget();
    const known = dealtWith.get(event.id);
    if (known) return known.work;
    const work = handle(event);
    dealtWith.set(event.id, { at: now().getTime(), work });
    work.catch(() => dealtWith.delete(event.id));
    return work;
  }

  /** Oldest first: a map keeps its order. */
  function forget(): void {
    const before = now().getTime() - REMEMBER_SECONDS * 1000;
    for (const [id, { at }] of dealtWith) {
      if (at >= before && dealtWith.size < MAX_REMEMBERED) return;
      dealtWith.delete(id);
    }
  }

  return {
    async respond(request) {
      const { method, headers, body } = request;
      return new Response(null, { status: await receive(method, headers, body ?? nothing()) });
    },
    listener(request, response) {
      const headers = new Headers(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      receive(request.method ?? '', headers, request).then((status) => {
        // What is left of a body that was too large is not waited for.
        if (status === 413) response.setHeader('connection', 'close');
        response.writeHead(status).end();
      }, onProblem);
    },
  };
}

/** `undefined` when it is too large. */
async function textOf(body: AsyncIterable<Uint8Array>): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
