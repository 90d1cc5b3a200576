import type { CardStore, CounterCard } from '../counter/card-store.ts';
import { createUuidV7 } from '../credentials/credential-id.ts';
import { addCounterEntry } from './add-counter-entry.ts';
import { createCodeTries } from './code-tries.ts';
import type { Database, Tables } from './database.ts';
import { transact } from './transact.ts';

/** Counter cards in SQL. */
export function createSqlCardStore(db: Database): CardStore {
  const selectCards = () => db.selectFrom('counter_card').selectAll().where('ended_at', 'is', null);
  return {
    add: ({ id, citizen, codeHash, bornHash, madeAt }, entry) =>
      transact(db, async (tx) => {
        await tx
          .updateTable('counter_card')
          .set({ ended_at: madeAt })
          .where('citizen', '=', citizen)
          .where('ended_at', 'is', null)
          .execute();
        await tx
          .insertInto('counter_card')
          .values({
            ...{ id, citizen, code_hash: codeHash, born_hash: bornHash, made_at: madeAt },
            ...{ wrong_tries: 0, ended_at: null },
          })
          .execute();
        if (entry) await addCounterEntry(tx, entry);
      }),
    async findOf(citizen) {
      const row = await selectCards().where('citizen', '=', citizen).executeTakeFirst();
      return row && toCard(row);
    },
    async findByCode(codeHash) {
      const row = await selectCards().where('code_hash', '=', codeHash).executeTakeFirst();
      return row && toCard(row);
    },
    async end(citizen, at) {
      await db
        .updateTable('counter_card')
        .set({ ended_at: at })
        .where('citizen', '=', citizen)
        .where('ended_at', 'is', null)
        .execute();
    },
    ...createCodeTries(db, 'counter_card'),
    addLookup: (entry, { most, since }) =>
      transact(db, async (tx) => {
        const clerk = entry.entry.clerk.webId;
        // What one clerk looks up at once takes turns.
        await tx
          .selectFrom('clerk')
          .select('seq')
          .where('web_id', '=', clerk)
          .forUpdate()
          .execute();
        const { count } = await tx
          .selectFrom('counter_entry')
          .select((is) => is.fn.countAll<string>().as('count'))
          .where('clerk', '=', clerk)
          .where('kind', '=', 'found')
          .where('id', '>', createUuidV7(since))
          .executeTakeFirstOrThrow();
        if (Number(count) >= most) return false;
        await addCounterEntry(tx, entry);
        return true;
      }),
  };
}

function toCard(row: Tables['counter_card']): CounterCard {
  const { id, citizen } = row;
  return { id, citizen, codeHash: row.code_hash, bornHash: row.born_hash, madeAt: row.made_at };
}
