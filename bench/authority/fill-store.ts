import { openDatabase } from '@grondslag/authority';
import { sql } from 'kysely';

const BATCH = 5_000;
/** Lists nobody else uses; a list has room for this many. */
const FIRST_LIST = 1_000;
const IN_LIST = 131_072;

/**
 * Brings the number of credentials in a closed authority's embedded database to `count`: copies of one, each with an
 * id, resources and a place in the status lists of its own. Their proofs are of no use; nothing asks for them.
 *
 * @param template id of the grant to copy
 */
export async function fillStore(
  dataFolder: string,
  { template, count }: { readonly template: string; readonly count: number },
): Promise<void> {
  const { db, close } = await openDatabase({ folder: dataFolder }, new Date());
  try {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from credential`.execute(
      db,
    );
    for (let number = rows[0]?.n ?? 0; number < count; number += BATCH) {
      const end = Math.min(number + BATCH, count) - 1;
      await sql`
        insert into credential select (jsonb_populate_record(c, jsonb_build_object(
          'id', regexp_replace(c.id, '[^/]*$', gen_random_uuid()::text),
          'status_list', ${FIRST_LIST}::int + i / ${IN_LIST}::int, 'status_index', i % ${IN_LIST}::int))).*
        from credential c, generate_series(${number}::int, ${end}::int) i where c.id = ${template}`.execute(
        db,
      );
    }
    await sql`
      insert into credential_resource select (jsonb_populate_record(r, jsonb_build_object('credential_id', c.id))).*
      from credential_resource r, credential c
      where r.credential_id = ${template} and c.status_list >= ${FIRST_LIST}
      on conflict do nothing`.execute(db);
    await sql`analyze`.execute(db);
  } finally {
    await close();
  }
}
