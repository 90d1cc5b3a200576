import type { Correction } from '@grondslag/legal-basis';
import { type SqlBool, sql, type Transaction } from 'kysely';
import { LAWFUL_ACCESS } from '../credentials/credential-store.ts';
import type { Database, Tables } from './database.ts';

type About = Pick<Correction, 'id' | 'citizen' | 'resource'>;

/**
 * Puts on record the agencies that read the fact or may read it, beside those that are already; resolves to all of them.
 * Who helps the citizen is none.
 */
export async function noteRecipients(
  tx: Transaction<Tables>,
  { id, citizen, resource }: About,
  at: Date,
): Promise<readonly string[]> {
  const readers = tx
    .selectFrom('read_record')
    .select('agency')
    .where('owner', '=', citizen)
    .where(sql<SqlBool>`body->>'resource' = ${resource}`)
    .where(sql<SqlBool>`body->>'method' = 'GET'`);
  const holders = openAccesses(tx, [citizen], at)
    .select('to_agent as agency')
    .where('resource', 'in', placesOf(resource));
  const found = await tx
    .selectFrom(readers.union(holders).as('found'))
    .select('agency')
    .where('agency', '<>', citizen)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('helper')
            .select('helper.id')
            .where('helper.citizen', '=', citizen)
            .whereRef('helper.helper', '=', 'found.agency'),
        ),
      ),
    )
    .execute();
  if (found.length > 0) {
    await tx
      .insertInto('correction_recipient')
      .values(found.map(({ agency }) => ({ agency, correction_id: id })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  const noted = await tx
    .selectFrom('correction_recipient')
    .select('agency')
    .where('correction_id', '=', id)
    .execute();
  return noted.map(({ agency }) => agency);
}

/** Those that this agency was told of, or whose fact it may read now. */
export async function amongKnown<Each extends About>(
  db: Database,
  corrections: readonly Each[],
  agency: string,
  now: Date,
): Promise<readonly Each[]> {
  if (corrections.length === 0) return [];
  const ids = corrections.map(({ id }) => id);
  const noted = await db
    .selectFrom('correction_recipient')
    .select('correction_id')
    .where('agency', '=', agency)
    .where('correction_id', 'in', ids)
    .execute();
  const places = corrections.flatMap(({ resource }) => placesOf(resource));
  const citizens = new Set(corrections.map(({ citizen }) => citizen));
  const open = await openAccesses(db, [...citizens], now)
    .select(['from_agent', 'resource'])
    .where('to_agent', '=', agency)
    .where('resource', 'in', [...new Set(places)])
    .execute();
  const told = new Set(noted.map(({ correction_id }) => correction_id));
  const readable = new Set(open.map(({ from_agent, resource }) => `${from_agent} ${resource}`));
  return corrections.filter(
    ({ id, citizen, resource }) =>
      told.has(id) || placesOf(resource).some((place) => readable.has(`${citizen} ${place}`)),
  );
}

/** What stands now of these citizens' grants and of lawful access, a line for each resource; suspended ones too. */
function openAccesses(db: Database | Transaction<Tables>, citizens: readonly string[], at: Date) {
  return db
    .selectFrom('credential_resource')
    .innerJoin('credential', 'credential.id', 'credential_resource.credential_id')
    .where('from_agent', 'in', citizens)
    .where('kind', 'in', ['SolidAccessGrant', LAWFUL_ACCESS])
    .where('revoked_at', 'is', null)
    .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', at)]));
}

/** The resource and the containers it is in: access to one of them is access to it. */
function placesOf(resource: string): string[] {
  const { origin, pathname } = new URL(resource);
  const parts = pathname.split('/').slice(1, -1);
  const containers = parts.map((_, depth) => `${origin}/${parts.slice(0, depth + 1).join('/')}/`);
  return [resource, `${origin}/`, ...containers];
}
