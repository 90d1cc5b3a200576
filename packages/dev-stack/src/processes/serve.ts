import { serve as serveHono } from '@hono/node-server';
import type { Hono } from 'hono';
import { portOf } from '../addresses.ts';

/** A server inside this process. */
export interface Served {
  stop(): Promise<void>;
}

/** Serves an application on loopback until stopped. */
export function serve(app: Hono, address: string): Promise<Served> {
  return new Promise((resolve, reject) => {
    const server = serveHono(
      { fetch: app.fetch, port: portOf(address), hostname: 'localhost' },
      () => resolve({ stop }),
    );
    server.once('error', reject);
    const stop = () =>
      new Promise<void>((done) => {
        server.close(() => done());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
  });
}
