import type { Correction } from '@grondslag/legal-basis';
import { type SqlBool, sql, type Transaction } from 'kysely';
import { concerns, disputedFields } from '../corrections/concerns.ts';
import { LAWFUL_ACCESS } from '../credentials/credential-store.ts';
import type { Database, Tables } from './database.ts';
import { findOpenings } from './find-openings.ts';

type About = Pick<Correction, 'id' | 'citizen' | 'resource'>;
type Disputed = About & Pick<Correction, 'fields' | 'words'>;

/**
 * Puts on record the agencies that read what is disputed or may read it, beside those that are already; resolves to all
 * of them. Who helps the citizen is none.
 *
 * @param disputed fields; `undefined`: any of the fact
 */
export async function noteRecipients(
  tx: Transaction<Tables>,
  { id, citizen, resource }: About,
  { disputed, at }: { readonly disputed: readonly string[] | undefined; readonly at: Date },
): Promise<readonly string[]> {
  const readers = tx
    .selectFrom('read_record')
    .select(['agency', 'grant_id as access'])
    .where('owner', '=', citizen)
    .where(sql<SqlBool>`body->>'resource' = ${resource}`)
    .where(sql<SqlBool>`body->>'method' = 'GET'`);
  const holders = openAccesses(tx, [citizen], at)
    .select(['to_agent as agency', 'credential.id as access'])
    .where('resource', 'in', placesOf(resource));
  const found = await tx
    .selectFrom(readers.union(holders).as('found'))
    .select(['agency', 'access'])
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
  const openings = await findOpenings(
    tx,
    found.map(({ access }) => access),
  );
  const agencies = new Set(
    found
      .filter(({ access }) => concerns(openings.get(access), resource, disputed))
      .map(({ agency }) => agency),
  );
  if (agencies.size > 0) {
    await tx
      .insertInto('correction_recipient')
      .values([...agencies].map((agency) => ({ agency, correction_id: id })))
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

/** Those that this agency was told of, or of which it may read what is disputed now. */
export async function amongKnown<Each extends Disputed>(
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
    .select(['from_agent', 'resource', 'credential.id as access'])
    .where('to_agent', '=', agency)
    .where('resource', 'in', [...new Set(places)])
    .execute();
  const told = new Set(noted.map(({ correction_id }) => correction_id));
  const openings = await findOpenings(
    db,
    open.map(({ access }) => access),
  );
  const isOpen = (correction: Each) => {
    const where = placesOf(correction.resource);
    const disputed = disputedFields(correction);
    return open.some(
      ({ from_agent, resource, access }) =>
        from_agent === correction.citizen &&
        where.includes(resource) &&
        concerns(openings.get(access), correction.resource, disputed),
    );
  };
  return corrections.filter((one) => told.has(one.id) || isOpen(one));
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
