import { type Addresses, addressesFrom, checkPortsAreFree } from './addresses.ts';
import { readOperatorKeys } from './processes/read-operator-keys.ts';
import { serveConsentApp } from './processes/serve-consent-app.ts';
import { serveSources } from './processes/serve-sources.ts';
import { startAuthorities } from './processes/start-authorities.ts';
import { startAuthority } from './processes/start-authority.ts';
import { startDemoAgency } from './processes/start-demo-agency.ts';
import type { Service } from './processes/start-service.ts';
import { startAcpVault, startVault } from './processes/start-vault.ts';
import { playCitizens } from './sandbox/play-citizens.ts';
import { seed } from './seed/seed.ts';
import {
  type Account,
  beginStackState,
  readStackState,
  type StackState,
  writeStackState,
} from './stack-state.ts';
import { type AuthoritySettings, makeFolders } from './write-configs.ts';

export interface DevStackOptions {
  /** First of five ports in a row. */
  readonly port: number;
  /** Everything the stack writes; emptied when it holds no finished seed, or when `fresh`. */
  readonly folder: string;
  readonly fresh?: boolean;
  /** Also a second vault server, with Access Control Policies, at the sixth port. */
  readonly acpVault?: boolean;
  /** Also citizens in every state an agency may meet, who act by themselves; see `characters`. */
  readonly sandbox?: boolean;
  /** Several authorities on one PostgreSQL database, behind a plain round robin, in place of one. */
  readonly authorities?: { readonly count: number; readonly databaseUrl: string };
  /** What the authority has otherwise than in the demo. */
  readonly settings?: AuthoritySettings;
  readonly onProgress?: (text: string) => void;
  readonly now?: () => Date;
}

/** A running stack. */
export interface DevStack {
  readonly addresses: Addresses;
  readonly accounts: readonly Account[];
  /** With which officials sign mandates; see `officialKey`. */
  readonly officialKeys: StackState['officialKeys'];
  /** Ids of mandates by the name of the case, and in a sandbox of the citizen each is about. */
  readonly mandates: Readonly<Record<string, string>>;
  /** Whether the citizens of the sandbox are there. */
  readonly sandbox: boolean;
  /** Accounts at the vault server with ACP; none without one. */
  readonly acpAccounts: readonly Account[];
  /** For crash tests: SIGKILL, and a start on the same data. */
  crash(server: 'vault' | 'acpVault' | 'authority'): Promise<void>;
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
  const { port, folder, fresh = false, acpVault = false, sandbox = false } = options;
  const { onProgress = () => {}, now = () => new Date(), authorities, settings = {} } = options;
  const addresses = addressesFrom(port, { acpVault });
  await checkPortsAreFree(addresses);

  const known = fresh ? undefined : await readStackState(folder);
  const reusable =
    known?.phase === 'ready' &&
    known.vault === addresses.vault &&
    !known.acp === !acpVault &&
    known.sandbox === sandbox;
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
    const start = {
      vault: startVault,
      acpVault: startAcpVault,
      authority: authorities ? startAuthorities(authorities, settings) : startAuthority(settings),
    };
    const servers = new Map<keyof typeof start, Pick<Service, 'kill' | 'stop'>>();
    const names = ['vault', 'authority', ...(acpVault ? (['acpVault'] as const) : [])] as const;
    const starts = names.map(async (name) => {
      servers.set(name, started(await start[name](folders, addresses, state)));
    });
    // all settle first, so that one that came up is stopped when the other did not
    const failures = (await Promise.allSettled(starts)).filter(
      ({ status }) => status === 'rejected',
    );
    for (const { reason } of failures as PromiseRejectedResult[]) throw reason;

    if (state.phase === 'seeding') {
      onProgress('filling the vaults (first start only)');
      state = await seed({ addresses, state, now: now(), onProgress, sandbox });
      await writeStackState(folder, state);
    }
    onProgress('starting sources, consent app and demo agency');
    const seeded = state;
    const played = state.sandbox ? playCitizens(addresses, state.accounts, onProgress) : undefined;
    started(
      await serveSources(
        addresses,
        seeded,
        () => writeStackState(folder, seeded),
        played?.inTheMiddle,
      ),
    );
    if (played) started(played);
    const operatorKeys = await readOperatorKeys(addresses.authority);
    started(await serveConsentApp(addresses, operatorKeys));
    started(await startDemoAgency(folders, addresses, state, operatorKeys));

    return {
      addresses,
      accounts: state.accounts,
      officialKeys: state.officialKeys,
      mandates: state.mandates,
      sandbox: state.sandbox,
      acpAccounts: state.acp?.accounts ?? [],
      async crash(name) {
        await servers.get(name)?.kill();
        servers.set(name, started(await start[name](folders, addresses, state)));
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
