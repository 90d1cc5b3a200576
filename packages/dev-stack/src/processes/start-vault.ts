import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Addresses, portOf } from '../addresses.ts';
import type { StackState } from '../stack-state.ts';
import { type Folders, writeConfig } from '../write-configs.ts';
import { packageFile } from './package-folder.ts';
import { type Service, startService } from './start-service.ts';

/** Components.js looks for modules from here. */
const mainModule = fileURLToPath(new URL('../..', import.meta.url));

interface VaultOptions {
  /** Names its files: `vault.json`, `vault.log`. */
  readonly name: string;
  readonly address: string;
  readonly secret: string;
  readonly accessControl: 'wac' | 'acp';
  readonly dataFolder: string;
  readonly queueFolder: string;
}

/** A stock Community Solid Server 7.2 with the plug-in: WAC, vaults in sub-folders, data on disk. */
export async function startVault(
  folders: Folders,
  addresses: Addresses,
  state: StackState,
): Promise<Service> {
  return start(folders, addresses, {
    name: 'vault',
    address: addresses.vault,
    secret: state.vaultSecret,
    accessControl: 'wac',
    dataFolder: folders.vaultData,
    queueFolder: folders.vaultQueue,
  });
}

/** The same with Access Control Policies. */
export async function startAcpVault(
  folders: Folders,
  addresses: Addresses,
  { acp }: StackState,
): Promise<Service> {
  const { acpVault } = addresses;
  if (acpVault === undefined || acp === undefined) {
    throw new TypeError('This stack has no vault server with ACP.');
  }
  return start(folders, addresses, {
    name: 'acp-vault',
    address: acpVault,
    secret: acp.vaultSecret,
    accessControl: 'acp',
    dataFolder: folders.acpVaultData,
    queueFolder: folders.acpVaultQueue,
  });
}

async function start(
  folders: Folders,
  addresses: Addresses,
  vault: VaultOptions,
): Promise<Service> {
  const { name, address, dataFolder } = vault;
  const config = await writeConfig(folders, `${name}.json`, vaultConfig(addresses, vault));
  return startService({
    name: 'vault server',
    script: packageFile('@solid/community-server', 'bin/server.js'),
    args: [
      ['-c', config],
      ['-m', mainModule],
      ['-p', String(portOf(address))],
      ['-b', address],
      ['-f', dataFolder],
      ['-l', 'error'],
    ].flat(),
    logFile: join(folders.logs, `${name}.log`),
    readyUrl: new URL('.well-known/openid-configuration', address).href,
    // the young generation's default only costs memory here: measured, docs/decisions.md
    nodeArgs: ['--max-semi-space-size=16'],
  });
}

const bundles = 'https://linkedsoftwaredependencies.org/bundles/npm/';
const serverConfigs = { wac: 'css:config/file.json', acp: 'css:config/file-acp.json' } as const;

/** What an operator writes: the server's own configuration, ours, and the settings. */
function vaultConfig(
  { authority, consentApp }: Addresses,
  { secret, accessControl, queueFolder }: VaultOptions,
): object {
  return {
    '@context': [
      `${bundles}@solid/community-server/^7.0.0/components/context.jsonld`,
      `${bundles}@grondslag/css-plugin/^0.0.0/components/context.jsonld`,
    ],
    import: [
      serverConfigs[accessControl],
      `vcss:config/grondslag-${accessControl}.json`,
      'vcss:config/loopback.json',
    ],
    '@graph': [
      {
        '@id': 'urn:grondslag:default:Settings',
        '@type': 'GrondslagSettings',
        authority,
        secret,
        queueFolder,
        consentApp,
        // clients find the authority from public resources too
        challengePublic: true,
        // only sources write facts, so these may be read on another legal basis than consent too
        placedContainers: ['facts/'],
        lawfulAccess: true,
      },
    ],
  };
}
