import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Addresses, portOf } from '../addresses.ts';
import type { StackState } from '../stack-state.ts';
import { type Folders, writeConfig } from '../write-configs.ts';
import { packageFile } from './package-folder.ts';
import { type Service, startService } from './start-service.ts';

/** Components.js looks for modules from here. */
const mainModule = fileURLToPath(new URL('../..', import.meta.url));

/** A stock Community Solid Server 7.2 with the plug-in: WAC, vaults in sub-folders, data on disk. */
export async function startVault(
  folders: Folders,
  addresses: Addresses,
  state: StackState,
): Promise<Service> {
  const config = await writeConfig(folders, 'vault.json', vaultConfig(folders, addresses, state));
  return startService({
    name: 'vault server',
    script: packageFile('@solid/community-server', 'bin/server.js'),
    args: [
      ['-c', config],
      ['-m', mainModule],
      ['-p', String(portOf(addresses.vault))],
      ['-b', addresses.vault],
      ['-f', folders.vaultData],
      ['-l', 'error'],
    ].flat(),
    logFile: join(folders.logs, 'vault.log'),
    readyUrl: new URL('.well-known/openid-configuration', addresses.vault).href,
    // the young generation's default only costs memory here: measured, docs/decisions.md
    nodeArgs: ['--max-semi-space-size=16'],
  });
}

const bundles = 'https://linkedsoftwaredependencies.org/bundles/npm/';

/** What an operator writes: the server's own configuration, ours, and the settings. */
function vaultConfig(
  folders: Folders,
  { authority }: Addresses,
  { vaultSecret }: StackState,
): object {
  return {
    '@context': [
      `${bundles}@solid/community-server/^7.0.0/components/context.jsonld`,
      `${bundles}@grondslag/css-plugin/^0.0.0/components/context.jsonld`,
    ],
    import: ['css:config/file.json', 'vcss:config/grondslag-wac.json', 'vcss:config/loopback.json'],
    '@graph': [
      {
        '@id': 'urn:grondslag:default:Settings',
        '@type': 'GrondslagSettings',
        authority,
        secret: vaultSecret,
        queueFolder: folders.vaultQueue,
      },
    ],
  };
}
