import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { portOf } from '../addresses.ts';
import type { Served } from './serve.ts';

/** Gives each request at `address` to the next of `ports`, as a plain load balancer does. */
export async function serveRoundRobin(address: string, ports: readonly number[]): Promise<Served> {
  const agent = new Agent({ keepAlive: true });
  let next = 0;
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { method, url: path, headers } = incoming;
    const port = ports[next++ % ports.length];
    const passed = request({ host: 'localhost', port, method, path, headers, agent }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on('error', () => {
      if (!outgoing.headersSent) outgoing.writeHead(502, { 'content-length': '0' });
      outgoing.end();
    });
    outgoing.on('close', () => passed.destroy());
    incoming.pipe(passed);
  };
  const server = createServer(pass);
  server.listen(portOf(address), 'localhost');
  await once(server, 'listening');
  return {
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      agent.destroy();
    },
  };
}
