import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Agency, createAgency, type RecordProcessing } from '@grondslag/agency';
import { copyCredentials } from '@grondslag/authority/test-support/copy-credentials';
import {
  accountOf,
  createCitizen,
  type DevStack,
  readConsentGate,
  startDevStack,
} from '@grondslag/dev-stack';
import type { AccessGrant } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';

/** Whose vault, question and permission are copied. */
const SLUG = 'wim';

/** Many citizens on a running stack, each of whom said yes to the agency. */
export interface SeededStack {
  readonly stack: DevStack;
  /** One of each citizen. */
  readonly grants: readonly AccessGrant[];
}

/**
 * Starts a stack, asks one citizen and gets a yes, stops it, copies vault, question and permission for `count` citizens,
 * each with signatures of their own, and starts it again. Asking each would take most of an hour.
 */
export async function seedCitizens(
  { port, folder }: { readonly port: number; readonly folder: string },
  count: number,
  progress: (text: string) => void,
): Promise<SeededStack> {
  progress('starting a stack');
  const first = await startDevStack({ port, folder });
  const { addresses } = first;
  let asked: Awaited<ReturnType<typeof askOne>>;
  try {
    asked = await askOne(first);
  } finally {
    await first.stop();
  }
  progress(`copying vault and permission of one citizen for ${count}`);
  const names = Array.from({ length: count }, (_, number) => `${SLUG}-${number}`);
  const [grants] = await Promise.all([
    copyCredentials(
      join(folder, 'config', 'authority.json'),
      { ...asked, prefix: new URL(`${SLUG}/`, addresses.vault).href },
      names.map((name) => new URL(`${name}/`, addresses.vault).href),
    ),
    promisify(execFile)(process.execPath, [
      ...process.execArgv,
      fileURLToPath(new URL('copy-vaults.ts', import.meta.url)),
      ...[folder, addresses.sources, SLUG, String(count)],
    ]),
  ]);
  progress('starting the stack again');
  const stack = await startDevStack({ port, folder });
  return { stack, grants };
}

/** The demo's first agency, on a stack. */
export function openBulkAgency(
  { addresses, accounts }: DevStack,
  recordProcessing: RecordProcessing,
): Agency {
  const account = accounts.find(({ role }) => role === 'agency');
  if (!account) throw new Error('The stack has no agency.');
  return createAgency({
    webId: account.webId,
    oidcIssuer: addresses.vault,
    clientId: account.clientId,
    clientSecret: account.clientSecret,
    authority: addresses.authority,
    vaults: [addresses.vault],
    recordProcessing,
  });
}

async function askOne(stack: DevStack) {
  const agency = openBulkAgency(stack, async () => undefined);
  const citizen = await createCitizen(stack.addresses, accountOf(stack.accounts, SLUG));
  try {
    const until = new Date(Date.now() + 24 * 60 * 60 * 1_000);
    const asked = await agency.requestAccess({
      citizen: citizen.webId,
      purpose: 'https://w3id.org/dpv#ServiceProvision',
      purposeInWords: { nl: 'Een meting.' },
      needs: [{ claimType: g.IncomeCredential, reason: { nl: 'Een meting.' }, required: true }],
      otherRoute: { text: { nl: 'Geen.' } },
      expiresAt: until,
      consentGate: await readConsentGate(),
    });
    if (asked.status !== 'requested') throw new Error(`Not asked: ${asked.status}`);
    const income = new URL(`facts/income/${new Date().getFullYear() - 1}`, citizen.storage).href;
    const grant = await citizen.approve(asked.request, [income], until);
    return { request: asked.request.id, grant: grant.id };
  } finally {
    await citizen.logOut();
    await agency.close();
  }
}
