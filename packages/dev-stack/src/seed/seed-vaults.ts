import { randomInt } from 'node:crypto';
import { importSigningKey, MIN_STATUS_LIST_BITS, type SigningKey } from '@grondslag/claims';
import { PIM_STORAGE } from '@grondslag/vocab';
import type { Addresses } from '../addresses.ts';
import type { Account, StackState } from '../stack-state.ts';
import { logIn } from './log-in.ts';
import { agencies, people } from './people.ts';
import { signFact } from './sign-fact.ts';
import { sourceId } from './sources.ts';
import { createVaultAccount } from './vault-account.ts';

/** Passwords of the demo are meant to be read aloud; no real person has one of these accounts. */
const PASSWORD = 'laat-mij-erin';

export interface SeedOptions {
  readonly addresses: Addresses;
  readonly state: StackState;
  readonly now: Date;
  readonly onProgress: (text: string) => void;
}

/** Fills a new vault server: an account and a vault for each person and agency, and signed facts. */
export async function seedVaults({
  addresses,
  state,
  now,
  onProgress,
}: SeedOptions): Promise<StackState> {
  const keys = new Map<string, SigningKey>();
  for (const { slug, privateKeyJwk } of state.sourceKeys) {
    const id = `${sourceId(addresses.sources, slug)}#key-1`;
    keys.set(slug, await importSigningKey(id, privateKeyJwk));
  }
  const revoked: Record<string, number[]> = {};
  const accounts: Account[] = [];

  for (const person of people(now.getFullYear())) {
    onProgress(`${person.name}: vault and ${person.facts.length} signed facts`);
    const { account, storage } = await openAccount(addresses.vault, 'citizen', person);
    const session = await logIn(addresses.vault, account);
    await nameStorage(session.fetch, account.webId, storage);
    for (const draft of person.facts) {
      const statusIndex = randomInt(MIN_STATUS_LIST_BITS);
      if (draft.flaw === 'revoked') {
        revoked[draft.source] = [...(revoked[draft.source] ?? []), statusIndex];
      }
      const fact = await signFact(draft, {
        source: sourceId(addresses.sources, draft.source),
        key: keys.get(draft.source) as SigningKey,
        citizen: account.webId,
        statusIndex,
        now,
      });
      await put(session.fetch, new URL(draft.path, storage).href, fact);
    }
    await session.logout();
    accounts.push(account);
  }
  for (const { slug, name } of agencies) {
    onProgress(name.nl);
    const { account } = await openAccount(addresses.vault, 'agency', { slug, name: name.nl });
    accounts.push(account);
  }
  const { acp } = state;
  return {
    ...state,
    phase: 'ready',
    revoked,
    accounts,
    ...(acp && { acp: { ...acp, accounts: await seedAcpVault(addresses, now, onProgress) } }),
  };
}

/** The same people and agencies, with empty vaults. */
async function seedAcpVault(
  { acpVault }: Addresses,
  now: Date,
  onProgress: (text: string) => void,
): Promise<Account[]> {
  if (acpVault === undefined) return [];
  onProgress('the same accounts at the vault server with ACP');
  const accounts: Account[] = [];
  for (const person of people(now.getFullYear())) {
    const { account, storage } = await openAccount(acpVault, 'citizen', person);
    const session = await logIn(acpVault, account);
    await nameStorage(session.fetch, account.webId, storage);
    await session.logout();
    accounts.push(account);
  }
  for (const { slug, name } of agencies) {
    accounts.push((await openAccount(acpVault, 'agency', { slug, name: name.nl })).account);
  }
  return accounts;
}

async function openAccount(
  vault: string,
  role: Account['role'],
  { slug, name }: { slug: string; name: string },
): Promise<{ account: Account; storage: string }> {
  const email = `${slug}@voorbeeld.example`;
  const { webId, storage, clientId, clientSecret } = await createVaultAccount(vault, {
    email,
    password: PASSWORD,
    slug,
  });
  const account = { role, name, webId, email, password: PASSWORD, clientId, clientSecret };
  return { account, storage };
}

/** Community Solid Server's profiles do not say where the vault is; agencies need to know. */
async function nameStorage(fetch: typeof globalThis.fetch, webId: string, storage: string) {
  const response = await fetch(webId, {
    method: 'PATCH',
    headers: { 'content-type': 'text/n3' },
    body: `@prefix solid: <http://www.w3.org/ns/solid/terms#>.
_:patch a solid:InsertDeletePatch; solid:inserts { <${webId}> <${PIM_STORAGE}> <${storage}>. }.`,
  });
  if (!response.ok) throw new Error(`The profile could not be changed: ${response.status}`);
}

async function put(fetch: typeof globalThis.fetch, url: string, fact: object) {
  const response = await fetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/ld+json' },
    body: JSON.stringify(fact, null, 2),
  });
  if (!response.ok) throw new Error(`A fact could not be stored: ${response.status}`);
}
