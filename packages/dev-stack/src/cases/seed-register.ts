import type { Agency } from '@grondslag/agency';
import { authorityPaths } from '@grondslag/protocol';
import type { Addresses } from '../addresses.ts';
import { logIn } from '../seed/log-in.ts';
import { clerks, desk, operator } from '../seed/people.ts';
import { accountOf, officialKey, officialKeyId, type StackState } from '../stack-state.ts';
import { openAgency } from '../story/open-agency.ts';
import { webIdOf } from '../write-configs.ts';
import { type Cases, type MandateCase, readCases } from './read-cases.ts';

interface SeedRegisterOptions {
  readonly addresses: Addresses;
  readonly state: StackState;
  readonly now: Date;
  readonly onProgress: (text: string) => void;
}

/**
 * Fills the register as people would: the operator admits, agencies register, an official decides and publishes.
 * Resolves to the ids of the mandates.
 */
export async function seedRegister({
  addresses,
  state,
  now,
  onProgress,
}: SeedRegisterOptions): Promise<Readonly<Record<MandateCase, string>>> {
  onProgress('register: participants, activities and a mandate');
  const { vault } = addresses;
  const cases = await readCases({ vault, keysOf: (webId) => keysOf(state, webId), now });
  await admit(addresses, state, cases);
  const mandates = { 'income-supplement': '', 'automatic-top-up': '' };
  for (const webId of new Set(cases.activities.map(({ controller }) => controller))) {
    const account = accountOf(state.accounts, slugOf(webId));
    const agency = openAgency(addresses, account);
    try {
      for (const activity of cases.activities.filter(({ controller }) => controller === webId)) {
        expectDone(await agency.registerActivity(activity), activity.id);
      }
      for (const name of mandatesOf(cases, webId)) {
        const drafted = await agency.draftMandate(cases.mandates[name].mandate);
        mandates[name] = expectDone(drafted, name).mandate.id;
      }
      if (webId === cases.mandates['income-supplement'].agency) {
        await decide(agency, state, mandates['income-supplement'], webId);
      }
    } finally {
      await agency.close();
    }
  }
  return mandates;
}

function slugOf(webId: string): string {
  return new URL(webId).pathname.split('/')[1] ?? '';
}

function mandatesOf({ mandates }: Cases, webId: string): MandateCase[] {
  return (Object.keys(mandates) as MandateCase[]).filter((name) => mandates[name].agency === webId);
}

/** Public keys of the official of an agency, as the register has them. */
function keysOf({ officialKeys, vault }: StackState, webId: string): Record<string, string> {
  const own = officialKeys.filter(({ slug }) => webIdOf(vault, slug) === webId);
  return Object.fromEntries(
    own.map(({ slug, publicKeyMultibase }) => [officialKeyId(vault, slug), publicKeyMultibase]),
  );
}

async function admit({ authority, vault }: Addresses, state: StackState, cases: Cases) {
  const session = await logIn(vault, accountOf(state.accounts, operator.slug));
  const send = async (method: 'PUT' | 'POST', path: string, body: object) => {
    const response = await session.fetch(new URL(path, authority).href, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return;
    throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  };
  try {
    for (const participant of cases.participants) {
      await send('PUT', authorityPaths.registerParticipants, participant);
      await send('POST', authorityPaths.registerAdmissions, {
        webId: participant.webId,
        decision: 'admitted',
        by: { name: 'O. Voorbeeld', role: 'Beheerder' },
        reasons: 'Toegelaten voor de demo.',
      });
    }
    await send('PUT', authorityPaths.desks, { ...desk, runBy: vault, open: true });
    for (const { slug, name } of clerks) {
      await send('PUT', authorityPaths.clerks, {
        webId: accountOf(state.accounts, slug).webId,
        name,
        desk: desk.id,
        state: 'admitted',
        by: { name: 'O. Voorbeeld', role: 'Beheerder' },
        reasons: { nl: 'Werkt aan de balie van de demo.' },
      });
    }
  } finally {
    await session.logout();
  }
}

async function decide(agency: Agency, state: StackState, mandate: string, webId: string) {
  const key = await officialKey(state, slugOf(webId));
  const by = { name: 'P. Bestuurder', role: 'Voorzitter van het bestuur' };
  expectDone(
    await agency.decideMandate({ mandate, by, key, reasons: 'Afgewogen en akkoord.' }),
    mandate,
  );
  expectDone(
    await agency.publishMandate({ mandate, by, reasons: 'Op de website gezet.' }),
    mandate,
  );
}

/** A rule that stands in the way of the demo's own register is a mistake in its files. */
function expectDone<Outcome extends { readonly status: string }>(
  outcome: Outcome,
  what: string,
): Exclude<Outcome, { status: 'refused' }> {
  if (outcome.status !== 'refused') return outcome as Exclude<Outcome, { status: 'refused' }>;
  throw new Error(`The register refused ${what}: ${JSON.stringify(outcome)}`);
}
