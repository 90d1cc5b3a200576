import { connect, type Socket } from 'node:net';

/** A connection that is kept open and has one request under way at most: as little work here as can be. */
interface Connection {
  send(request: Buffer): Promise<number>;
  close(): void;
}

async function open(port: number): Promise<Connection> {
  const socket = await new Promise<Socket>((resolve, reject) => {
    const one = connect(port, '127.0.0.1', () => resolve(one));
    one.once('error', reject);
    one.setNoDelay(true);
  });
  let answered: ((status: number) => void) | undefined;
  let received = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk) => {
    received += chunk;
    const end = received.indexOf('\r\n\r\n');
    const length = /content-length: (\d+)/i.exec(received)?.[1];
    if (end < 0 || length === undefined || received.length < end + 4 + Number(length)) return;
    const status = Number(received.slice(9, 12));
    received = '';
    answered?.(status);
  });
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        answered = resolve;
        socket.once('close', () => reject(new Error('the authority closed the connection')));
        socket.write(request, () => socket.removeAllListeners('close'));
      }),
    close: () => socket.destroy(),
  };
}

async function withConnections<T>(
  port: number,
  count: number,
  work: (connections: readonly Connection[]) => Promise<T>,
): Promise<T> {
  const connections = await Promise.all(Array.from({ length: count }, () => open(port)));
  try {
    return await work(connections);
  } finally {
    for (const connection of connections) connection.close();
  }
}

function checkStatus(status: number): void {
  if (status !== 200) throw new Error(`POST token answered ${status}`);
}

/** As fast as it goes, `count` requests under way at any time. @returns seconds it took */
export async function sendAll(
  port: number,
  requests: readonly Buffer[],
  count: number,
): Promise<number> {
  return withConnections(port, count, async (connections) => {
    const queue = requests.values();
    const startedAt = performance.now();
    await Promise.all(
      connections.map(async (connection) => {
        for (const request of queue) checkStatus(await connection.send(request));
      }),
    );
    return (performance.now() - startedAt) / 1_000;
  });
}

/**
 * At a fixed rate, whether earlier ones were answered or not.
 *
 * @returns milliseconds each took from the moment it was due, so that waiting for a connection counts
 */
export async function sendAtRate(
  port: number,
  requests: readonly Buffer[],
  perSecond: number,
): Promise<readonly number[]> {
  return withConnections(port, 200, async (connections) => {
    const free = [...connections];
    const startedAt = performance.now();
    const sent: Promise<number>[] = [];
    for (const [turn, request] of requests.entries()) {
      const due = startedAt + (turn * 1_000) / perSecond;
      const early = due - performance.now();
      if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
      while (free.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      // The one that rested longest: the authority closes those that rest for five seconds.
      const connection = free.shift() as Connection;
      sent.push(
        connection.send(request).then((status) => {
          checkStatus(status);
          free.push(connection);
          return performance.now() - due;
        }),
      );
    }
    return Promise.all(sent);
  });
}
