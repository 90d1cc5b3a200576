import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type CloudEvent, cloudEventSchema } from '@grondslag/protocol/v1';
import { Webhook } from 'standardwebhooks';

/** A server somebody else runs, which gets webhooks and checks them with the library of Standard Webhooks. */
export interface Receiver {
  readonly url: string;
  /** Events it accepted, in the order they came; the same one may be there twice. */
  readonly accepted: CloudEvent[];
  /** Headers of each request that came at all. */
  readonly requests: Record<string, string | string[] | undefined>[];
  secret: string;
  /** Status it answers with. */
  status: number;
  /** Called before it answers. */
  before: () => Promise<void>;
  close(): Promise<void>;
}

export async function startReceiver(port = 0): Promise<Receiver> {
  const server = createServer(async (request, response) => {
    const body = await text(request);
    receiver.requests.push(request.headers);
    await receiver.before();
    if (receiver.status >= 300) {
      response.writeHead(receiver.status).end('no');
      return;
    }
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    try {
      const sent = new Webhook(receiver.secret).verify(body, headers);
      receiver.accepted.push(cloudEventSchema.parse(sent));
      response.writeHead(204).end();
    } catch {
      response.writeHead(400).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    accepted: [],
    requests: [],
    secret: '',
    status: 204,
    before: async () => undefined,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}
