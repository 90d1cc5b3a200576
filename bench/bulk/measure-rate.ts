import { join } from 'node:path';
import { type Agency, appendProcessingRecords, createAgency } from '@grondslag/agency';
import { createCitizen, findFreePort, readConsentGate, startDevStack } from '@grondslag/dev-stack';
import type { AccessGrant } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import { median } from '../measurement.ts';
import { withTemporaryFolder } from '../temporary-folder.ts';
import { followCpuTimes } from './cpu-times.ts';

/** Of each citizen of the demo. */
const GRANTS = 20;
const ROUNDS = 5;
const READS_A_ROUND = 300;
const AT_ONCE = 12;

const query = `PREFIX g: <https://w3id.org/grondslag/terms#>
SELECT ?year ?amount WHERE { GRAPH ?graph { ?person g:income [ g:year ?year ; g:amount ?amount ] } }`;

export interface Rates {
  /** Accesses a second through `readMany`. */
  readonly bulk: number;
  /** The same requests to the vault server, with the tokens in hand: what it can do. */
  readonly vault: number;
  /** CPU milliseconds of one such access at the vault server, and of agency and authority together. */
  readonly vaultCpu: number;
  readonly othersCpu: number;
}

/** An access, and what is asked of the vault server for it. */
interface Granted {
  readonly grant: AccessGrant;
  readonly resource: string;
}

/** `readMany` on the demo stack, in turn with the vault server's own limit for the same requests. */
export async function measureRate(progress: (text: string) => void): Promise<Rates> {
  return withTemporaryFolder(async (folder) => {
    progress('starting a stack');
    const stack = await startDevStack({ port: await findFreePort(), folder });
    try {
      const { addresses, accounts } = stack;
      const account = accounts.find(({ role }) => role === 'agency');
      if (!account) throw new Error('The stack has no agency.');
      const agency = createAgency({
        webId: account.webId,
        oidcIssuer: addresses.vault,
        clientId: account.clientId,
        clientSecret: account.clientSecret,
        authority: addresses.authority,
        vaults: [addresses.vault],
        recordProcessing: appendProcessingRecords(join(folder, 'processing.jsonl')),
      });
      const granted: Granted[] = [];
      for (const citizen of accounts.filter(({ role }) => role === 'citizen')) {
        granted.push(...(await grantsOf(citizen, { agency, addresses })));
        progress(`${granted.length} grants`);
      }
      const cpuTimes = followCpuTimes();
      const rates = { bulk: [], vault: [], vaultCpu: [], othersCpu: [] } as Record<
        keyof Rates,
        number[]
      >;
      for (let round = -1; round < ROUNDS; round++) {
        const before = cpuTimes();
        const bulk = await readAll(agency, granted);
        const after = cpuTimes();
        const vaultCpu = (after.vault - before.vault) / READS_A_ROUND;
        const othersCpu = (after.others - before.others) / READS_A_ROUND;
        const vault = await getAll(agency, granted);
        progress(
          `${round + 1} of ${ROUNDS}: ${bulk.toFixed(1)} a second, vault server ${vault.toFixed(1)}; CPU of a read: ${vaultCpu.toFixed(1)} ms at the vault server, ${othersCpu.toFixed(1)} elsewhere`,
        );
        // the first round warms up
        if (round < 0) continue;
        rates.bulk.push(bulk);
        rates.vault.push(vault);
        rates.vaultCpu.push(vaultCpu);
        rates.othersCpu.push(othersCpu);
      }
      await agency.close();
      return {
        bulk: median(rates.bulk),
        vault: median(rates.vault),
        vaultCpu: median(rates.vaultCpu),
        othersCpu: median(rates.othersCpu),
      };
    } finally {
      await stack.stop();
    }
  });
}

type Stack = Awaited<ReturnType<typeof startDevStack>>;

async function grantsOf(
  account: Stack['accounts'][number],
  { agency, addresses }: { readonly agency: Agency; readonly addresses: Stack['addresses'] },
): Promise<Granted[]> {
  const citizen = await createCitizen(addresses, account);
  const resource = new URL(`facts/income/${new Date().getFullYear() - 1}`, citizen.storage).href;
  const until = new Date(Date.now() + 60 * 60 * 1_000);
  const granted: Granted[] = [];
  for (let count = 0; count < GRANTS; count++) {
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
    const grant = await citizen.approve(asked.request, [resource], until);
    // Some of the demo have no such fact, or one that does not hold.
    const { status } = await agency.readClaims(grant.id, { query });
    if (status !== 'read') break;
    granted.push({ grant, resource });
  }
  await citizen.logOut();
  return granted;
}

/** Reads a second of many accesses, each a whole read: verified, recorded and answered. */
async function readAll(agency: Agency, granted: readonly Granted[]): Promise<number> {
  const startedAt = performance.now();
  for await (const { outcome } of agency.readMany(idsOf(granted), { query })) {
    if (outcome.status !== 'read') throw new Error(`A read came to ${outcome.status}.`);
  }
  return READS_A_ROUND / ((performance.now() - startedAt) / 1_000);
}

function* idsOf(granted: readonly Granted[]): Generator<string> {
  for (let count = 0; count < READS_A_ROUND; count++) {
    yield (granted[count % granted.length] as Granted).grant.id;
  }
}

/** The same requests, without an agency: the refusal with a ticket, and the fact with a token that was there already. */
async function getAll(agency: Agency, granted: readonly Granted[]): Promise<number> {
  const fetches = [];
  for (const { grant, resource } of granted.slice(0, AT_ONCE)) {
    fetches.push({ resource, fetch: await agency.exchangeGrant(grant, resource) });
  }
  let left = READS_A_ROUND;
  const startedAt = performance.now();
  await Promise.all(
    fetches.map(async ({ resource, fetch: grantedFetch }) => {
      while (left-- > 0) {
        await expectStatus(await fetch(resource), 401);
        const headers = { accept: 'application/ld+json' };
        await expectStatus(await grantedFetch(resource, { headers }), 200);
      }
    }),
  );
  return READS_A_ROUND / ((performance.now() - startedAt) / 1_000);
}

async function expectStatus(response: Response, status: number): Promise<void> {
  await response.arrayBuffer();
  if (response.status !== status) throw new Error(`A read answered ${response.status}.`);
}
