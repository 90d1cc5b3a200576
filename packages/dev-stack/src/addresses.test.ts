import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { addressesFrom, checkPortsAreFree, findFreePort, PortTakenError } from './addresses.ts';

it('gives each server a port of its own, in a row', () => {
  expect(Object.values(addressesFrom(7100))).toEqual(
    [7100, 7101, 7102, 7103, 7104].map((port) => `http://localhost:${port}/`),
  );
  expect(addressesFrom(7100, { acpVault: true }).acpVault).toBe('http://localhost:7105/');
});

it('names the port that is taken, by what, and the way out', async () => {
  const port = await findFreePort();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port + 2, '127.0.0.1', resolve));
  try {
    const failure = await checkPortsAreFree(addressesFrom(port)).catch((error) => error);
    expect(failure).toBeInstanceOf(PortTakenError);
    expect(failure.message).toContain(`Port ${port + 2}, for the consent app`);
    expect(failure.message).toContain('--port');
  } finally {
    other.close();
  }
});
