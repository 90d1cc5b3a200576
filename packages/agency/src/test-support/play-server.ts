import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as a server of the test got it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** An answer of a server of the test. */
export interface PlayedAnswer {
  readonly status?: number;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string | object;
  /** In place of a body: goes on writing. */
  readonly stream?: (response: ServerResponse) => void;
}

/** A real HTTP server on loopback that plays another party. */
export interface PlayedServer {
  /** Base URL with trailing slash. */
  readonly url: string;
  readonly seen: SeenRequest[];
  answer: (request: SeenRequest) => PlayedAnswer | Promise<PlayedAnswer>;
  close(): Promise<void>;
}

export async function playServer(): Promise<PlayedServer> {
  const server: Server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const played: PlayedServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    seen: [],
    answer: () => ({ status: 404 }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  async function handle(request: IncomingMessage, response: ServerResponse) {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method = '', url: path = '', headers } = request;
    const seen = { method, path, headers, body };
    played.seen.push(seen);
    const answer = await played.answer(seen);
    const isJson = typeof answer.body === 'object';
    response.writeHead(answer.status ?? 200, {
      ...(isJson && { 'content-type': 'application/json' }),
      ...answer.headers,
    });
    if (answer.stream) answer.stream(response);
    else response.end(isJson ? JSON.stringify(answer.body) : answer.body);
  }
  return played;
}
