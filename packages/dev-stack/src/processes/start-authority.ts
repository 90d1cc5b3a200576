import { join } from 'node:path';
import type { Addresses } from '../addresses.ts';
import type { StackState } from '../stack-state.ts';
import { type AuthoritySettings, type Folders, writeAuthorityConfig } from '../write-configs.ts';
import { packageFile } from './package-folder.ts';
import { type Service, startService } from './start-service.ts';

/** Builds the start of the authority on its embedded database. */
export function startAuthority(settings: AuthoritySettings) {
  return async (folders: Folders, addresses: Addresses, state: StackState): Promise<Service> =>
    startService({
      name: 'authority',
      script: packageFile('@grondslag/authority', 'dist/main.js'),
      args: [await writeAuthorityConfig(folders, addresses, state, settings)],
      logFile: join(folders.logs, 'authority.log'),
      readyUrl: new URL('.well-known/uma2-configuration', addresses.authority).href,
      // compiling the embedded database twice takes half of the memory and of the start: docs/decisions.md
      nodeArgs: ['--liftoff-only'],
    });
}
