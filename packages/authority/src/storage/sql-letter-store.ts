import type { Letter, LetterStore } from '../counter/counter-store.ts';
import type { FeedSignal } from '../events/feed-signal.ts';
import { addCounterEntry } from './add-counter-entry.ts';
import { changeStatus } from './change-status.ts';
import { createCodeTries } from './code-tries.ts';
import type { Database, Tables } from './database.ts';
import { transact } from './transact.ts';

/** Letters and what was done with them in SQL. */
export function createSqlLetterStore(db: Database, announce: FeedSignal['announce']): LetterStore {
  return {
    add: (letter, printed) =>
      transact(db, async (tx) => {
        const { id, request, codeHash, bornHash, madeAt, answerBefore, printedBy = null } = letter;
        // Two letters about one request at once take turns.
        await tx
          .selectFrom('credential')
          .select('id')
          .where('id', '=', request)
          .forUpdate()
          .execute();
        await tx
          .updateTable('letter')
          .set({ replaced_at: madeAt })
          .where('request_id', '=', request)
          .where('replaced_at', 'is', null)
          .execute();
        await tx
          .insertInto('letter')
          .values({
            ...{ id, request_id: request, code_hash: codeHash, born_hash: bornHash },
            ...{ made_at: madeAt, answer_before: answerBefore, wrong_tries: 0, replaced_at: null },
            printed_by: printedBy,
          })
          .execute();
        if (printed) await addCounterEntry(tx, printed);
      }),
    async findByCode(codeHash) {
      const row = await db
        .selectFrom('letter')
        .selectAll()
        .where('code_hash', '=', codeHash)
        .where('replaced_at', 'is', null)
        .executeTakeFirst();
      return row && toLetter(row);
    },
    ...createCodeTries(db, 'letter'),
    async noteWrongCode(caller, at) {
      await db.insertInto('letter_try').values({ caller, at }).execute();
    },
    async countWrongCodes(caller, since) {
      const { count } = await db
        .selectFrom('letter_try')
        .select((is) => is.fn.countAll<string>().as('count'))
        .where('caller', '=', caller)
        .where('at', '>', since)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    async prune(before) {
      await db.deleteFrom('letter_try').where('at', '<', before).execute();
    },
    addOpened: (entry) => addCounterEntry(db, entry),
    async withdraw(entry, grant, at) {
      const feeds = await transact(db, async (tx) => {
        const changed = await changeStatus(tx, 'revoked', { id: grant, at });
        if (changed.length > 0) await addCounterEntry(tx, entry);
        return changed;
      });
      announce(feeds);
    },
    async findEntry(id) {
      const row = await db
        .selectFrom('counter_entry')
        .select('body')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.body;
    },
    async listEntries(citizen) {
      const rows = await db
        .selectFrom('counter_entry')
        .select('body')
        .where('citizen', '=', citizen)
        .orderBy('id', 'desc')
        .execute();
      return rows.map(({ body }) => body);
    },
  };
}

function toLetter(row: Tables['letter']): Letter {
  return {
    id: row.id,
    request: row.request_id,
    codeHash: row.code_hash,
    bornHash: row.born_hash,
    madeAt: row.made_at,
    answerBefore: row.answer_before,
    ...(row.printed_by !== null && { printedBy: row.printed_by }),
  };
}
