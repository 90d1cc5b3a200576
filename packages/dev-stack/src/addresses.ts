import { createServer } from 'node:net';

/** First of the five ports in a row that the stack uses, unless told otherwise. */
export const DEFAULT_PORT = 7100;

/** Base URLs, each with a trailing slash. They are part of every WebID: data of one port does not fit another. */
export interface Addresses {
  readonly vault: string;
  readonly authority: string;
  readonly consentApp: string;
  readonly demoAgency: string;
  readonly sources: string;
  /** A second vault server, with Access Control Policies; only when asked for. */
  readonly acpVault?: string;
}

/** Addresses of a stack whose first port is `port`. */
export function addressesFrom(
  port: number,
  { acpVault = false }: { readonly acpVault?: boolean } = {},
): Addresses {
  const at = (offset: number) => `http://localhost:${port + offset}/`;
  return {
    vault: at(0),
    authority: at(1),
    consentApp: at(2),
    demoAgency: at(3),
    sources: at(4),
    ...(acpVault && { acpVault: at(5) }),
  };
}

/** Port of an address. */
export function portOf(address: string): number {
  return Number(new URL(address).port);
}

const whatFor: Record<keyof Addresses, string> = {
  vault: 'vault server',
  authority: 'authority',
  consentApp: 'consent app',
  demoAgency: 'demo agency',
  sources: 'sources',
  acpVault: 'vault server with ACP',
};

/** A port the stack needs is in use by another program. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
  readonly code = 'port_taken';
  readonly port: number;

  constructor(port: number, what: string) {
    super(
      `Port ${port}, for the ${what}, is in use; perhaps the demo already runs in another terminal. ` +
        'Stop what uses it, or choose five other ports in a row: npm run demo -- --port 7200',
    );
    this.port = port;
  }
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      // no IPv6 on this machine: then nobody can hold the port there
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT');
    });
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

/** @throws {PortTakenError} when one of the ports is in use, on IPv4 or IPv6 loopback */
export async function checkPortsAreFree(addresses: Addresses): Promise<void> {
  for (const [name, address] of Object.entries(addresses)) {
    const port = portOf(address);
    const what = whatFor[name as keyof Addresses];
    for (const host of ['127.0.0.1', '::1']) {
      if (!(await isFree(port, host))) throw new PortTakenError(port, what);
    }
  }
}

/** Six free ports in a row, for tests. */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    // below 32768: above it, the system gives ports to outgoing connections
    const port = 20_000 + Math.floor(Math.random() * 2_120) * 6;
    try {
      await checkPortsAreFree(addressesFrom(port, { acpVault: true }));
      return port;
    } catch (error) {
      if (!(error instanceof PortTakenError)) throw error;
    }
  }
  throw new Error('No six free ports in a row were found between 20000 and 32720.');
}
