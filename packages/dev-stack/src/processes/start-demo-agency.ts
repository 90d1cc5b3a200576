import { join } from 'node:path';
import type { Addresses } from '../addresses.ts';
import type { StackState } from '../stack-state.ts';
import { type Folders, writeDemoAgencyConfig } from '../write-configs.ts';
import { packageFile } from './package-folder.ts';
import { type Service, startService } from './start-service.ts';

/** The web page of the demo's debt counsellor. */
export async function startDemoAgency(
  folders: Folders,
  addresses: Addresses,
  state: StackState,
  operatorKeys: Readonly<Record<string, string>>,
): Promise<Service> {
  return startService({
    name: 'demo agency',
    script: packageFile('@grondslag/demo-agency', 'dist/main.js'),
    args: [await writeDemoAgencyConfig(folders, addresses, state, operatorKeys)],
    logFile: join(folders.logs, 'demo-agency.log'),
    readyUrl: addresses.demoAgency,
  });
}
