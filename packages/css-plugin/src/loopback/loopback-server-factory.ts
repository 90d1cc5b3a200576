import type { Server } from 'node:http';
import { BaseServerFactory } from '@solid/community-server';

/**
 * Makes the server listen on this machine's loopback address only; the server's own listens on every network.
 *
 * For servers behind a reverse proxy on the same machine, and for tests.
 */
export class LoopbackServerFactory extends BaseServerFactory {
  override async createServer(): Promise<Server> {
    const server = await super.createServer();
    const listen = server.listen.bind(server);
    // The initializer that calls this knows a port and no host.
    server.listen = ((port: number) => listen(port, 'localhost')) as typeof server.listen;
    return server;
  }
}
