import type { Mandate } from '@grondslag/legal-basis';
import type { MandateStore } from '../mandates/mandate-store.ts';
import { addVersion } from './add-version.ts';
import type { Database } from './database.ts';

/** Mandates and their steps in SQL. */
export function createSqlMandateStore(db: Database): MandateStore {
  return {
    add({ steps: _none, ...text }, at) {
      const { id, version, agency } = text;
      return addVersion(
        { version, owner: agency },
        () =>
          db
            .selectFrom('mandate')
            .select(['version', 'agency as owner'])
            .where('id', '=', id)
            .orderBy('version', 'desc')
            .limit(1)
            .executeTakeFirst(),
        () =>
          db
            .insertInto('mandate')
            .values({ id, version, agency, recorded_at: at, body: JSON.stringify(text) })
            .onConflict((conflict) => conflict.doNothing())
            .returning('version')
            .execute(),
      );
    },
    async addStep({ id, version, steps }, step) {
      const inserted = await db
        .insertInto('mandate_step')
        .values({ id, version, seq: steps.length + 1, body: JSON.stringify(step) })
        .onConflict((conflict) => conflict.doNothing())
        .returning('seq')
        .execute();
      return inserted.length > 0;
    },
    async find(id, version) {
      const [found] = await selectMandates(db, { id, version });
      return found;
    },
    findVersions: (id) => selectMandates(db, { id }),
    list: (agency) => selectMandates(db, agency === undefined ? {} : { agency }),
  };
}

async function selectMandates(
  db: Database,
  {
    id,
    version,
    agency,
  }: { readonly id?: string; readonly version?: number; readonly agency?: string },
): Promise<readonly Mandate[]> {
  // In one statement, so that a step is never seen without those before it.
  const rows = await db
    .selectFrom('mandate')
    .leftJoin('mandate_step', (join) =>
      join
        .onRef('mandate_step.id', '=', 'mandate.id')
        .onRef('mandate_step.version', '=', 'mandate.version'),
    )
    .select(['mandate.id', 'mandate.version', 'mandate.body', 'mandate_step.body as step'])
    .$if(id !== undefined, (all) => all.where('mandate.id', '=', id ?? ''))
    .$if(version !== undefined, (all) => all.where('mandate.version', '=', version ?? 0))
    .$if(agency !== undefined, (all) => all.where('mandate.agency', '=', agency ?? ''))
    .orderBy('mandate.id', 'desc')
    .orderBy('mandate.version', 'desc')
    .orderBy('mandate_step.seq')
    .execute();
  const versions = Map.groupBy(rows, (row) => `${row.id} ${row.version}`);
  return [...versions.values()].flatMap((own) => {
    const [first] = own;
    const steps = own.flatMap(({ step }) => step ?? []);
    return first === undefined ? [] : [{ ...first.body, steps }];
  });
}
