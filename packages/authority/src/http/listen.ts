import type { AddressInfo } from 'node:net';
import type { ServerType } from '@hono/node-server';
import { AuthorityError } from '../errors.ts';

/** Longest a request may still run after the listener closed. */
const LAST_REQUESTS_MILLISECONDS = 20_000;
const IDLE_CHECK_MILLISECONDS = 50;

/**
 * Opens the port; resolves to its number.
 *
 * @throws {AuthorityError} `port_taken`
 */
export async function listen(
  server: ServerType,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE';
      reject(
        taken
          ? new AuthorityError(
              'port_taken',
              `Port ${port} on ${host} is taken; stop what uses it or choose another port.`,
              { cause },
            )
          : cause,
      );
    });
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Closes the port, and waits until every request that came in has its answer. */
export async function stopListening(server: ServerType): Promise<void> {
  if (!('closeIdleConnections' in server)) throw new TypeError('should be an HTTP/1.1 server');
  // A connection that is kept alive after its last answer would hold us for ever.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MILLISECONDS);
  const late = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MILLISECONDS);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(idle);
  clearTimeout(late);
}
