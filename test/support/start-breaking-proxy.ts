import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request on its way to a server. */
export interface PassedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An answer on its way back; what a breakage changes reaches the client. */
export interface PassedAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** In chunks, without a length. */
  chunked?: boolean;
}

/** Does something wrong between client and server. */
export type Breakage = (
  passed: PassedRequest,
  forward: (changed?: Partial<PassedRequest>) => Promise<PassedAnswer>,
) => Promise<PassedAnswer>;

/** An HTTP proxy (plain requests and CONNECT) that breaks what goes through it. */
export async function startBreakingProxy(breakage: Breakage) {
  const hosts = new WeakMap<Socket, string>();
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const base = `http://${hosts.get(incoming.socket) ?? 'unknown'}`;
    const { method = 'GET', headers } = incoming;
    const passed = {
      method,
      url: new URL(incoming.url ?? '', base),
      headers,
      body: await all(incoming),
    };
    const {
      status,
      headers: back,
      body,
      chunked,
    } = await breakage(passed, (changed) => send({ ...passed, ...changed }));
    delete back['transfer-encoding'];
    delete back.connection;
    if (back['content-length'] !== undefined && method !== 'HEAD') {
      back['content-length'] = String(body.length);
    }
    if (chunked) delete back['content-length'];
    outgoing.writeHead(status, back);
    if (chunked) outgoing.write(body);
    outgoing.end(chunked || method === 'HEAD' ? undefined : body);
  };
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.on('connect', ({ url = '' }: IncomingMessage, socket: Socket) => {
    hosts.set(socket, url);
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    server.emit('connection', socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function all(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function send({ method, url, headers, body }: PassedRequest): Promise<PassedAnswer> {
  const { connection: _own, 'proxy-connection': _proxy, ...passedOn } = headers;
  const sent = request(url, { method, headers: { ...passedOn, host: url.host } });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await all(answer) };
}
