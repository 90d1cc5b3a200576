import { type ClaimType, factContainer, OWN_FILES } from '@grondslag/protocol';
import { PIM_STORAGE } from '@grondslag/vocab';
import { letSourcePlace } from '../placing/let-source-place.ts';
import type { Account } from '../stack-state.ts';
import { logIn } from './log-in.ts';
import type { OwnFile } from './people.ts';
import { createVaultAccount } from './vault-account.ts';

/** Passwords of the demo are meant to be read aloud; no real person has one of these accounts. */
const PASSWORD = 'laat-mij-erin';

/** An account with its vault. */
export interface OpenedAccount {
  readonly account: Account;
  readonly storage: string;
}

export async function openAccount(
  vault: string,
  role: Account['role'],
  { slug, name }: { readonly slug: string; readonly name: string },
): Promise<OpenedAccount> {
  const email = `${slug}@voorbeeld.example`;
  const { webId, storage, clientId, clientSecret } = await createVaultAccount(vault, {
    email,
    password: PASSWORD,
    slug,
  });
  const account = { role, name, webId, email, password: PASSWORD, clientId, clientSecret };
  return { account, storage };
}

/** Who may place facts of which kinds. */
export interface PlacingSource {
  readonly webId: string;
  readonly claimTypes: readonly ClaimType[];
}

/** What a citizen does in a new vault: tells in her profile where it is, and lets sources place their facts. */
export async function openVault(
  vault: string,
  { account, storage }: OpenedAccount,
  {
    authority,
    sources,
    files,
  }: {
    readonly authority: string;
    readonly sources: readonly PlacingSource[];
    readonly files: readonly OwnFile[];
  },
): Promise<void> {
  const session = await logIn(vault, account);
  try {
    await nameStorage(session.fetch, account.webId, storage);
    await Promise.all(
      sources.map(({ webId, claimTypes }) =>
        letSourcePlace(session.fetch, {
          authority,
          source: webId,
          containers: claimTypes.map((type) => factContainer(storage, type)),
        }),
      ),
    );
    for (const { name, type, content } of files) {
      const address = new URL(`${OWN_FILES}${name}`, storage).href;
      const headers = { 'content-type': type };
      const { ok, status } = await session.fetch(address, {
        method: 'PUT',
        headers,
        body: content,
      });
      if (!ok) throw new Error(`A file of the citizen's own could not be put: ${status}`);
    }
  } finally {
    await session.logout();
  }
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
