import { connect, createServer, type Socket } from 'node:net';

/** A load balancer of the plainest kind: each connection goes to the next instance that takes it. */
export interface RoundRobin {
  close(): void;
}

export async function startRoundRobin(
  port: number,
  instances: readonly number[],
): Promise<RoundRobin> {
  let next = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    open.add(client);
    client.on('error', () => client.destroy());
    client.once('close', () => open.delete(client));
    forward(client, instances.length);
  });
  function forward(client: Socket, tries: number): void {
    const instance = connect(instances[next++ % instances.length] ?? 0, '127.0.0.1');
    let connected = false;
    instance.once('connect', () => {
      connected = true;
      client.pipe(instance).pipe(client);
    });
    instance.once('error', () => {
      if (connected || tries <= 1) client.destroy();
      else forward(client, tries - 1);
    });
    instance.once('close', () => connected && client.destroy());
    client.once('close', () => instance.destroy());
  }
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
