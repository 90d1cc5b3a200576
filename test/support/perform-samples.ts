import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account, Addresses } from '@grondslag/dev-stack';
import type { SampleFolder } from '../documents/samples/check-types.ts';
import type { Sample } from '../documents/samples/read-samples.ts';

/** Gives samples what they lean on (`given.d.ts`), runs them one after the other, and ends the agency. */
const RUNNER = `
import { createClaimVerifier, fetchAndVerify } from '@grondslag/claims';
import { createCitizen, incomeQuestion, openAgency, readConsentGate } from '@grondslag/dev-stack';

const { addresses, account, reader, ...given } = JSON.parse(process.argv[2]);
const agency = openAgency(addresses, account);
const own = reader && (await createCitizen(addresses, reader));
const vaultFetch = own?.fetch;
async function* reads() {
  const { sources, resources, citizen } = given;
  const verifier = createClaimVerifier({ sources, fetch });
  yield await fetchAndVerify({ resources, citizen, fetch: vaultFetch, verifier });
}
Object.assign(globalThis, {
  agency,
  query: incomeQuestion,
  consentGate: await readConsentGate(),
  expiresAt: new Date(Date.now() + 600_000),
  vaultFetch,
  reads: reads(),
  response: Response.json(given.grant ?? null),
  otherRoute: { text: { nl: 'Vraag het formulier aan de balie.' } },
  keep: async (access, { status }) => console.log(access, status),
  ...given,
});
for (const sample of process.argv.slice(3)) await import(sample);
await agency.close();
await own?.logOut();
`;

/** What the samples need, and cannot find out. */
export interface Given {
  readonly addresses: Addresses;
  readonly account: Account;
  /** Whose sign-in `vaultFetch` has. */
  readonly reader?: Account;
  readonly [name: string]: unknown;
}

/** Lines that samples print, in one process, against real servers. */
export async function performSamples(
  folder: SampleFolder,
  samples: readonly Sample[],
  given: Given,
): Promise<readonly string[]> {
  const runner = join(folder.path, 'runner.mjs');
  await writeFile(runner, RUNNER);
  const files = samples.map((sample) => join(folder.path, folder.fileOf(sample)));
  const output = await folder.node([runner, JSON.stringify(given), ...files]);
  return output.trim().split('\n');
}
