import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Participants } from '@grondslag/protocol';
import { type Addresses, portOf } from './addresses.ts';
import { agencies, operator } from './seed/people.ts';
import { placingSources, publicKeys, sourceParticipant } from './seed/sources.ts';
import { accountOf, mandateOf, type StackState } from './stack-state.ts';

/** Where one stack keeps everything it writes. */
export interface Folders {
  readonly root: string;
  readonly vaultData: string;
  readonly vaultQueue: string;
  readonly acpVaultData: string;
  readonly acpVaultQueue: string;
  readonly authorityData: string;
  readonly demoAgencyData: string;
  readonly config: string;
  readonly logs: string;
}

/** Makes the folders of a stack below `root`. */
export async function makeFolders(root: string): Promise<Folders> {
  const folders: Folders = {
    root,
    vaultData: join(root, 'vault'),
    vaultQueue: join(root, 'vault-queue'),
    acpVaultData: join(root, 'acp-vault'),
    acpVaultQueue: join(root, 'acp-vault-queue'),
    authorityData: join(root, 'authority'),
    demoAgencyData: join(root, 'demo-agency'),
    config: join(root, 'config'),
    logs: join(root, 'logs'),
  };
  for (const folder of Object.values(folders))
    await mkdir(folder, { recursive: true, mode: 0o700 });
  return folders;
}

/** WebID of a demo account; fixed by the vault server's layout. */
export function webIdOf(vault: string, slug: string): string {
  return new URL(`${slug}/profile/card#me`, vault).href;
}

function participants(addresses: Addresses, state: StackState): Participants {
  const { sources, demoAgency } = addresses;
  const keysOf = (slug: string) => {
    const found = state.sourceKeys.find((key) => key.slug === slug);
    return found ? publicKeys(sources, found) : {};
  };
  return {
    agencies: vaultsOf(addresses, state).flatMap(({ baseUrl }) =>
      agencies.map(({ slug, name }) => ({
        webId: webIdOf(baseUrl, slug),
        name: { ...name },
        ...(slug === agencies[0].slug && { redirectOrigins: [new URL(demoAgency).origin] }),
      })),
    ),
    sources: placingSources.map((profile) =>
      sourceParticipant(sources, profile, {
        keys: keysOf(profile.slug),
        webId: webIdOf(addresses.vault, profile.slug),
      }),
    ),
  };
}

/** The vault servers of the stack, each with the secret it shares with the authority. */
function vaultsOf({ vault, acpVault }: Addresses, { vaultSecret, acp }: StackState) {
  return [
    { baseUrl: vault, secret: vaultSecret },
    ...(acpVault !== undefined && acp ? [{ baseUrl: acpVault, secret: acp.vaultSecret }] : []),
  ];
}

/** One of several authorities behind a load balancer. */
export interface AuthorityInstance {
  readonly name: string;
  /** Where it listens; its address is that of the load balancer. */
  readonly port: number;
  readonly databaseUrl: string;
}

/** What a stack may have otherwise than the demo. */
export interface AuthoritySettings {
  /** What happens to a question for consent by a public body that nobody says is free; refused by default. */
  readonly consentGate?: 'enforce' | 'warn';
}

/** Writes the authority's configuration; resolves to the file. */
export async function writeAuthorityConfig(
  folders: Folders,
  addresses: Addresses,
  state: StackState,
  { consentGate = 'enforce' }: AuthoritySettings,
  instance?: AuthorityInstance,
): Promise<string> {
  return writeConfig(folders, `${instance?.name ?? 'authority'}.json`, {
    baseUrl: addresses.authority,
    host: 'localhost',
    port: instance?.port ?? portOf(addresses.authority),
    ...(instance ? { databaseUrl: instance.databaseUrl } : { dataFolder: folders.authorityData }),
    vaults: vaultsOf(addresses, state),
    oidcIssuers: vaultsOf(addresses, state).map(({ baseUrl }) => baseUrl),
    participants: participants(addresses, state),
    operators: [webIdOf(addresses.vault, operator.slug)],
    // Whoever tries other questions than the registered ones is shown what the register says, and goes on.
    register: { moreThanRegistered: 'warn', consentGate },
    // Everybody in the stack has one address, and a bench is in a hurry.
    rateLimits: { anonymous: false, client: false, subject: false },
  });
}

/** Writes the demo agency's configuration; resolves to the file. */
export async function writeDemoAgencyConfig(
  folders: Folders,
  addresses: Addresses,
  state: StackState,
  operatorKeys: Readonly<Record<string, string>>,
): Promise<string> {
  const [agency] = agencies;
  const account = state.accounts.find(
    ({ webId }) => webId === webIdOf(addresses.vault, agency.slug),
  );
  if (!account) throw new Error('The demo agency has no account; start with --fresh.');
  const citizens = state.accounts.filter(({ role }) => role === 'citizen');
  const council = accountOf(state.accounts, 'zuiderhaven');
  return writeConfig(folders, 'demo-agency.json', {
    baseUrl: addresses.demoAgency,
    host: 'localhost',
    port: portOf(addresses.demoAgency),
    authority: addresses.authority,
    operatorKeys,
    vaults: [addresses.vault],
    oidcIssuer: addresses.vault,
    webId: account.webId,
    clientId: account.clientId,
    clientSecret: account.clientSecret,
    consentApp: addresses.consentApp,
    dataFolder: folders.demoAgencyData,
    council: {
      webId: council.webId,
      clientId: council.clientId,
      clientSecret: council.clientSecret,
      mandate: mandateOf(state.mandates, 'automatic-top-up'),
      citizen: webIdOf(addresses.vault, 'anna'),
    },
    citizens: [
      ...citizens.map(({ webId, name }) => ({ webId, name })),
      { webId: webIdOf(addresses.vault, 'dirk'), name: 'Dirk Smit (heeft geen kluis)' },
    ],
  });
}

export async function writeConfig(folders: Folders, name: string, config: object): Promise<string> {
  const file = join(folders.config, name);
  await writeFile(file, JSON.stringify(config, null, 2), { mode: 0o600 });
  return file;
}
