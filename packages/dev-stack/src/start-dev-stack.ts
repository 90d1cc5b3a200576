import { type Addresses, addressesFrom, checkPortsAreFree } from './addresses.ts';
import { serveConsentApp } from './processes/serve-consent-app.ts';
import { serveSources } from './processes/serve-sources.ts';
import { startAuthority } from './processes/start-authority.ts';
import { startDemoAgency } from './processes/start-demo-agency.ts';
import type { Service } from './processes/start-service.ts';
import { startVault } from './processes/start-vault.ts';
import { seedVaults } from './seed/seed-vaults.ts';
import { type Account, beginStackState, readStackState, writeStackState } from './stack-state.ts';
import { makeFolders } from './write-configs.ts';

export interface DevStackOptions {
  /** First of five ports in a row. */
  readonly port: number;
  /** Everything the stack writes; emptied when it holds no finished seed, or when `fresh`. */
  readonly folder: string;
  readonly fresh?: boolean;
  readonly onProgress?: (text: string) => void;
  readonly now?: () => Date;
}

/** A running stack. */
export interface DevStack {
  readonly addresses: Addresses;
  readonly accounts: readonly Account[];
  readonly vault: Service;
  readonly authority: Service;
  /** Starts the authority again, after its `kill` or `stop`. */
  restartAuthority(): Promise<void>;
  /** Stops every server, newest first. */
  stop(): Promise<void>;
}

/**
 * Starts vault server, authority, sources, consent app and demo agency, and seeds them the first time.
 *
 * @throws {PortTakenError} before anything is changed
 * @throws {ServiceFailedError} when a server does not come up; those that did are stopped
 */
export async function startDevStack(options: DevStackOptions): Promise<DevStack> {
  const { port, folder, fresh = false, onProgress = () => {}, now = () => new Date() } = options;
  const addresses = addressesFrom(port);
  await checkPortsAreFree(addresses);

  const known = fresh ? undefined : await readStackState(folder);
  const reusable = known?.phase === 'ready' && known.vault === addresses.vault;
  let state = reusable ? known : await beginStackState(folder, addresses);
  const folders = await makeFolders(folder);
  const running: { stop(): Promise<void> }[] = [];
  const started = <Server extends { stop(): Promise<void> }>(server: Server): Server => {
    running.push(server);
    return server;
  };
  const stop = async () => {
    for (const server of running.splice(0).reverse()) await server.stop();
  };

  try {
    onProgress('starting the vault server and the authority');
    const starts = await Promise.allSettled([
      startVault(folders, addresses, state).then(started),
      startAuthority(folders, addresses, state).then(started),
    ]);
    const [vault, firstAuthority] = starts.map((start) => {
      if (start.status === 'rejected') throw start.reason;
      return start.value;
    }) as [Service, Service];
    let authority = firstAuthority;

    if (state.phase === 'seeding') {
      onProgress('filling the vaults (first start only)');
      state = await seedVaults({ addresses, state, now: now(), onProgress });
      await writeStackState(folder, state);
    }
    onProgress('starting sources, consent app and demo agency');
    started(await serveSources(addresses.sources, state));
    started(await serveConsentApp(addresses));
    started(await startDemoAgency(folders, addresses, state));

    return {
      addresses,
      accounts: state.accounts,
      vault,
      get authority() {
        return authority;
      },
      async restartAuthority() {
        await authority.stop();
        authority = started(await startAuthority(folders, addresses, state));
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
