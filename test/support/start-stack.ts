import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account, Addresses, DevStack } from '@grondslag/dev-stack';
import type { TestProject } from 'vitest/node';
import { setup as bundleClaims } from './bundle-claims.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    addresses: Addresses;
    accounts: readonly Account[];
    /** With which officials sign mandates. */
    officialKeys: DevStack['officialKeys'];
    mandates: DevStack['mandates'];
    /** Accounts at the vault server with Access Control Policies. */
    acpAccounts: readonly Account[];
  }
}

/** Starts one whole stack for all tests of this project, in a folder of its own on free ports. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  bundleClaims();
  const { findFreePort, startDevStack } = await import('@grondslag/dev-stack');
  const folder = await mkdtemp(join(tmpdir(), 'grondslag-stack-'));
  const stack = await startDevStack({ port: await findFreePort(), folder, acpVault: true });
  project.provide('addresses', stack.addresses);
  project.provide('accounts', stack.accounts);
  project.provide('officialKeys', stack.officialKeys);
  project.provide('mandates', stack.mandates);
  project.provide('acpAccounts', stack.acpAccounts);
  return async () => {
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
