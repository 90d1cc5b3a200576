import { readFile } from 'node:fs/promises';
import { signWithHash } from '@grondslag/claims';
import { type AccessGrant, accessGrantSchema } from '@grondslag/protocol';
import type { Insertable, Selectable } from 'kysely';
import { databaseLocation, parseConfig } from '../config.ts';
import { createUuidV7 } from '../credentials/credential-id.ts';
import { keyOptions } from '../keys/key-options.ts';
import { loadKeys } from '../keys/load-keys.ts';
import { statusEntries } from '../status/status-entries.ts';
import type { Database, Tables } from '../storage/database.ts';
import { openDatabase } from '../storage/open-database.ts';
import { createSqlStores } from '../storage/stores.ts';

const TOGETHER = 250;
/** Status lists of the copies: one for requests, one for grants. */
const FIRST_LIST = 5_000;

interface Originals {
  /** Ids: the grant answers the request. */
  readonly request: string;
  readonly grant: string;
  /** What their addresses have in common; each copy has another in its place. */
  readonly prefix: string;
}

interface Copy {
  readonly credential: object;
  readonly row: Insertable<Tables['credential']>;
  readonly resources: readonly string[];
}

/**
 * Copies a request and the grant that answers it for many citizens, in the database of an authority that does not run.
 * Each is signed, and has an id and a place in the status lists of its own; nobody is told of them.
 *
 * @param file the configuration of the authority
 * @returns the grants, in the order of `prefixes`
 */
export async function copyCredentials(
  file: string,
  originals: Originals,
  prefixes: readonly string[],
): Promise<readonly AccessGrant[]> {
  const config = parseConfig(JSON.parse(await readFile(file, 'utf8')));
  const { db, close } = await openDatabase(databaseLocation(config), new Date());
  try {
    const { credential: key } = await loadKeys(keyOptions(config, createSqlStores(db).keys));
    const ids = [originals.request, originals.grant];
    const templates = await Promise.all(ids.map((id) => readRow(db, id)));
    await addStatusLists(db, ids.length);
    const grants: AccessGrant[] = [];
    for (let start = 0; start < prefixes.length; start += TOGETHER) {
      const copies: Copy[] = [];
      for (const [place, prefix] of prefixes.slice(start, start + TOGETHER).entries()) {
        const own = ids.map((id) => id.replace(/[^/]*$/, createUuidV7(new Date())));
        const rename = (text: string) =>
          ids.reduce(
            (renamed, id, which) => renamed.replaceAll(id, own[which] ?? ''),
            text.replaceAll(originals.prefix, prefix),
          );
        for (const [which, template] of templates.entries()) {
          const entry = { list: FIRST_LIST + which, index: start + place };
          copies.push(await copyOf(template, { entry, rename, key, baseUrl: config.baseUrl }));
        }
        grants.push(accessGrantSchema.parse(copies.at(-1)?.credential));
      }
      await insert(db, copies);
    }
    return grants;
  } finally {
    await close();
  }
}

type Row = Selectable<Tables['credential']>;

function readRow(db: Database, id: string): Promise<Row> {
  return db.selectFrom('credential').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

async function addStatusLists(db: Database, count: number): Promise<void> {
  const lists = Array.from({ length: count }, (_, which) => ({
    ...{ number: FIRST_LIST + which, version: 0, changed_at: new Date() },
  }));
  await db.insertInto('status_list').values(lists).execute();
}

async function copyOf(
  { body, ...template }: Row,
  {
    entry,
    rename,
    key,
    baseUrl,
  }: {
    readonly entry: { readonly list: number; readonly index: number };
    readonly rename: (text: string) => string;
    readonly key: Parameters<typeof signWithHash>[1];
    readonly baseUrl: string;
  },
): Promise<Copy> {
  const { proof: _, ...unsigned } = JSON.parse(rename(JSON.stringify(body)));
  const asked = { ...unsigned, credentialStatus: statusEntries(baseUrl, entry) };
  const { credential, signedHash } = await signWithHash(asked, key, template.recorded_at);
  const { hasConsent, providedConsent } = unsigned.credentialSubject;
  return {
    credential,
    row: {
      ...template,
      ...{ id: rename(template.id), signed_hash: signedHash },
      from_agent: rename(template.from_agent),
      to_agent: rename(template.to_agent),
      ...{ status_list: entry.list, status_index: entry.index },
      vaults: JSON.stringify(template.vaults),
      erasure: null,
      body: JSON.stringify(credential),
    },
    resources: (hasConsent ?? providedConsent).forPersonalData,
  };
}

async function insert(db: Database, copies: readonly Copy[]): Promise<void> {
  const rows = copies.map(({ row }) => row);
  await db.insertInto('credential').values(rows).execute();
  await db
    .insertInto('credential_party')
    .values(
      rows.flatMap(({ id, from_agent, to_agent }) =>
        [from_agent, to_agent].map((agent) => ({ agent, credential_id: id })),
      ),
    )
    .execute();
  await db
    .insertInto('credential_resource')
    .values(
      copies.flatMap(({ row, resources }) =>
        resources.map((resource) => ({ credential_id: row.id, resource })),
      ),
    )
    .execute();
  // In turn: a request, and the grant that answers it.
  const decisions = rows.flatMap(({ id }, place) => {
    const request = rows[place - 1];
    return place % 2 === 0 || !request
      ? []
      : [{ request_id: request.id, credential_id: id, outcome: 'Granted' as const }];
  });
  await db.insertInto('decision').values(decisions).execute();
}
