import { join } from 'node:path';
import { type Addresses, findFreePort } from '../addresses.ts';
import type { StackState } from '../stack-state.ts';
import {
  type AuthorityInstance,
  type AuthoritySettings,
  type Folders,
  writeAuthorityConfig,
} from '../write-configs.ts';
import { packageFile } from './package-folder.ts';
import { serveRoundRobin } from './serve-round-robin.ts';
import { type Service, startService } from './start-service.ts';

/** Several authorities on one database, behind a round robin at the authority's address. */
export function startAuthorities(
  { count, databaseUrl }: { readonly count: number; readonly databaseUrl: string },
  settings: AuthoritySettings,
) {
  return async (
    folders: Folders,
    addresses: Addresses,
    state: StackState,
  ): Promise<Pick<Service, 'stop' | 'kill'>> => {
    const running: Pick<Service, 'stop' | 'kill'>[] = [];
    const ports: number[] = [];
    const all = async (how: 'stop' | 'kill') => {
      for (const service of running.splice(0).reverse()) await service[how]();
    };
    try {
      for (let number = 1; number <= count; number++) {
        const port = await findFreePort();
        const instance = { name: `authority-${number}`, port, databaseUrl };
        const config = await writeAuthorityConfig(folders, addresses, state, settings, instance);
        running.push(await startInstance(folders, config, instance));
        ports.push(port);
      }
      const front = await serveRoundRobin(addresses.authority, ports);
      running.push({ stop: front.stop, kill: front.stop });
    } catch (error) {
      await all('stop');
      throw error;
    }
    return { stop: () => all('stop'), kill: () => all('kill') };
  };
}

async function startInstance(
  folders: Folders,
  config: string,
  instance: AuthorityInstance,
): Promise<Service> {
  return startService({
    name: instance.name,
    script: packageFile('@grondslag/authority', 'dist/main.js'),
    args: [config],
    logFile: join(folders.logs, `${instance.name}.log`),
    readyUrl: `http://localhost:${instance.port}/.well-known/uma2-configuration`,
  });
}
