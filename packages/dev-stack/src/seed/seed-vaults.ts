import type { Addresses } from '../addresses.ts';
import { createSource, type Source } from '../placing/create-source.ts';
import type { Account, StackState } from '../stack-state.ts';
import { fewAtOnce } from './few-at-once.ts';
import { type OpenedAccount, openAccount, openVault } from './open-vault.ts';
import { agencies, clerks, operator, type Person } from './people.ts';
import { openSigners, type SignDraft } from './sign-fact.ts';
import { placingSources, type SourceSlug } from './sources.ts';

export interface SeedOptions {
  readonly people: readonly Person[];
  readonly addresses: Addresses;
  readonly state: StackState;
  readonly now: Date;
  readonly onProgress: (text: string) => void;
}

interface Placing {
  readonly addresses: Addresses;
  readonly sources: ReadonlyMap<SourceSlug, Source>;
  readonly sign: SignDraft;
}

/** Fills a new vault server: accounts for all, and in each citizen's vault the facts that sources place there. */
export async function seedVaults({
  people,
  addresses,
  state,
  now,
  onProgress,
}: SeedOptions): Promise<StackState> {
  onProgress('accounts and vaults');
  const everybody = await openAccounts(addresses.vault, people, placingSources);
  const keeper = await openAccount(addresses.vault, 'operator', operator);
  const entering = await Promise.all(
    clerks.map((clerk) => openAccount(addresses.vault, 'clerk', clerk)),
  );
  const { sign, revoked } = await openSigners(addresses.sources, state.sourceKeys, now);
  const sources = new Map<SourceSlug, Source>();
  for (const { opened, slug } of everybody.sources) {
    sources.set(slug, await createSource(addresses, opened.account));
  }
  onProgress('signed facts, placed by their sources');
  await fewAtOnce(everybody.citizens, ({ opened, person }) =>
    fillVault(opened, person, { addresses, sources, sign }),
  );
  for (const source of sources.values()) await source.logOut();

  const { acp } = state;
  const { acpVault } = addresses;
  if (acp && acpVault !== undefined) onProgress('the same accounts at the vault server with ACP');
  return {
    ...state,
    phase: 'ready',
    revoked,
    accounts: [...accountsOf(everybody), keeper.account, ...entering.map(({ account }) => account)],
    ...(acp &&
      acpVault !== undefined && {
        acp: { ...acp, accounts: await seedAcpVault(addresses, acpVault, people) },
      }),
  };
}

/** The citizen lets the sources place, and they do. */
async function fillVault(
  opened: OpenedAccount,
  person: Person,
  { addresses, sources, sign }: Placing,
): Promise<void> {
  const { webId } = opened.account;
  await openVault(addresses.vault, opened, {
    authority: addresses.authority,
    sources: placingSources.flatMap(({ slug, claimTypes }) => {
      const source = sources.get(slug);
      return source ? [{ webId: source.webId, claimTypes }] : [];
    }),
    files: person.files ?? [],
  });
  for (const draft of person.facts) {
    const source = sources.get(draft.placedBy ?? draft.source);
    if (!source) throw new TypeError(`No source places ${draft.path}.`);
    const fact = await sign(draft, webId);
    await source.place(webId, new URL(draft.path, opened.storage).href, fact);
  }
}

/** The same people and agencies, with empty vaults. */
async function seedAcpVault(
  { authority }: Addresses,
  vault: string,
  people: readonly Person[],
): Promise<Account[]> {
  const everybody = await openAccounts(vault, people, []);
  for (const { opened } of everybody.citizens) {
    await openVault(vault, opened, { authority, sources: [], files: [] });
  }
  return accountsOf(everybody);
}

type Everybody = Awaited<ReturnType<typeof openAccounts>>;

async function openAccounts(
  vault: string,
  people: readonly Person[],
  sources: typeof placingSources,
) {
  // A vault server that makes all of them at once on a busy machine holds a lock for too long, and answers 500.
  const citizens = await fewAtOnce(people, async (person) => ({
    person,
    opened: await openAccount(vault, 'citizen', person),
  }));
  const asking = await Promise.all(
    agencies.map(async ({ slug, name }) => ({
      opened: await openAccount(vault, 'agency', { slug, name: name.nl }),
    })),
  );
  const placing = await Promise.all(
    sources.map(async ({ slug, name }) => ({
      slug,
      opened: await openAccount(vault, 'source', { slug, name: name.nl }),
    })),
  );
  return { citizens, agencies: asking, sources: placing };
}

function accountsOf({ citizens, agencies: asking, sources }: Everybody): Account[] {
  return [...citizens, ...asking, ...sources].map(({ opened }) => opened.account);
}
