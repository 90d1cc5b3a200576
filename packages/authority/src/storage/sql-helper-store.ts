import type { Selectable, Transaction } from 'kysely';
import type { HelperEvent } from '../events/event-store.ts';
import type { FeedSignal } from '../events/feed-signal.ts';
import type { Helper } from '../helpers/helper.ts';
import type { HelperStore } from '../helpers/helper-store.ts';
import { addCredential, NotAdded } from './add-credential.ts';
import { appendToFeeds } from './append-to-feeds.ts';
import { changeStatus } from './change-status.ts';
import type { Database, Tables } from './database.ts';
import { createSqlLooks } from './sql-helper-looks.ts';
import { moveMajority } from './sql-majority-store.ts';
import { transact } from './transact.ts';

/** Helpers in SQL. */
export function createSqlHelperStore(db: Database, announce: FeedSignal['announce']): HelperStore {
  const findOne = async (by: 'id' | 'code_digest', value: string) => {
    const row = await db.selectFrom('helper').selectAll().where(by, '=', value).executeTakeFirst();
    return row && toHelper(row);
  };
  return {
    ...createSqlLooks(db),
    add: (helper, { codeDigest, max }) =>
      transact(db, async (tx) => {
        const { citizen, terms, opened } = helper;
        const open = await tx
          .selectFrom('helper')
          .select('id')
          .where('citizen', '=', citizen)
          .where('ended_at', 'is', null)
          .where('until', '>', helper.invitedAt)
          .limit(max)
          .execute();
        if (open.length >= max) return false;
        await tx
          .insertInto('helper')
          .values({
            id: helper.id,
            citizen,
            helper: helper.helper ?? null,
            code_digest: codeDigest ?? null,
            accept_before: helper.acceptBefore ?? null,
            invited_at: helper.invitedAt,
            accepted_at: helper.acceptedAt ?? null,
            until: helper.until,
            opened: JSON.stringify(opened),
            body: JSON.stringify(terms),
          })
          .execute();
        return true;
      }),
    find: (id) => findOne('id', id),
    findInvited: (codeDigest) => findOne('code_digest', codeDigest),
    async list(participant) {
      const rows = await db
        .selectFrom('helper')
        .selectAll()
        .where((is) => is.or([is('citizen', '=', participant), is('helper', '=', participant)]))
        .orderBy('id', 'desc')
        .execute();
      return rows.map(toHelper);
    },
    async renewCode(id, codeDigest) {
      await db
        .updateTable('helper')
        .set({ code_digest: codeDigest })
        .where('id', '=', id)
        .where('accepted_at', 'is', null)
        .execute();
    },
    async accept(codeDigest, { webId, name, at }) {
      const done = await transact(db, async (tx) => {
        const row = await tx
          .selectFrom('helper')
          .selectAll()
          .where('code_digest', '=', codeDigest)
          .forUpdate()
          .executeTakeFirst();
        if (row === undefined) return undefined;
        const taken = await tx
          .updateTable('helper')
          .set({
            helper: webId,
            code_digest: null,
            accepted_at: at,
            body: JSON.stringify({ ...row.body, helperName: name }),
          })
          .where('id', '=', row.id)
          .where('ended_at', 'is', null)
          .returningAll()
          .executeTakeFirst();
        return (
          taken && { helper: toHelper(taken), feeds: await tell(tx, 'helper-accepted', taken, at) }
        );
      });
      if (done) announce(done.feeds);
      return done?.helper;
    },
    async show({ id }, { at, ...opened }, grant) {
      try {
        const feeds = await transact(db, async (tx) => {
          const now = await lock(tx, id);
          if (now.accepted_at === null || now.ended_at !== null) return undefined;
          const written = [];
          if (now.grant_id !== null) {
            written.push(...(await changeStatus(tx, 'revoked', { id: now.grant_id, at })));
          }
          if (grant) written.push(...(await addCredential(tx, grant)));
          await tx
            .updateTable('helper')
            .set({
              started_at: now.started_at ?? at,
              grant_id: grant?.id ?? null,
              opened: JSON.stringify(opened),
            })
            .where('id', '=', id)
            .execute();
          if (now.started_at === null) written.push(...(await tell(tx, 'helper-started', now, at)));
          return written;
        });
        if (feeds === undefined) return 'gone';
        announce(feeds);
        return 'added';
      } catch (error) {
        if (error instanceof NotAdded) return error.outcome;
        throw error;
      }
    },
    async end(id, { at, by }) {
      const feeds = await transact(db, async (tx) => {
        const now = await lock(tx, id);
        if (now.ended_at !== null) return [];
        await tx
          .updateTable('helper')
          .set({ ended_at: at, ended_by: by, code_digest: null })
          .where('id', '=', id)
          .execute();
        const written = now.grant_id
          ? await changeStatus(tx, 'revoked', { id: now.grant_id, at })
          : [];
        return [...written, ...(await tell(tx, 'helper-ended', now, at))];
      });
      announce(feeds);
    },
    async listActs(id, limit) {
      const rows = await db
        .selectFrom('helper_act')
        .selectAll()
        .where('helper_id', '=', id)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ id: act, at, did, subject }) => {
        return { id: act, at: at.toISOString(), did, subject };
      });
    },
    async endDue(now) {
      const due = await db
        .selectFrom('helper')
        .select('id')
        .where('until', '<=', now)
        .where('accepted_at', 'is not', null)
        .where('ended_at', 'is', null)
        .orderBy('until')
        .limit(ENDED_AT_ONCE)
        .execute();
      for (const { id } of due) {
        const feeds = await transact(db, async (tx) => {
          const row = await lock(tx, id);
          if (row.ended_at !== null || row.until > now) return [];
          await tx
            .updateTable('helper')
            .set({ ended_at: row.until, ended_by: 'time' })
            .where('id', '=', id)
            .execute();
          return tell(tx, isOfChild(row) ? 'helper-came-of-age' : 'helper-ended', row, now);
        });
        announce(feeds);
      }
    },
    async correctBirthday(id, { bornOn, until, at }) {
      const feeds = await transact(db, async (tx) => {
        const row = await lock(tx, id);
        const grant =
          row.grant_id === null
            ? undefined
            : await tx
                .selectFrom('credential')
                .select(['id', 'expires_at'])
                .where('id', '=', row.grant_id)
                .executeTakeFirst();
        const outlives = grant !== undefined && (grant.expires_at ?? until) > until;
        const goesOn = row.ended_by === 'time' && until > at;
        await tx
          .updateTable('helper')
          .set({
            until,
            body: JSON.stringify({
              ...row.body,
              representation: { ...row.body.representation, bornOn },
            }),
            ...(goesOn && { ended_at: null, ended_by: null }),
            ...(outlives && {
              grant_id: null,
              opened: JSON.stringify({ ...row.opened, facts: [] }),
            }),
          })
          .where('id', '=', id)
          .execute();
        await moveMajority(tx, id, until, at);
        return outlives ? changeStatus(tx, 'revoked', { id: grant.id, at }) : [];
      });
      announce(feeds);
    },
  };
}

/** Rows that one round ends. */
const ENDED_AT_ONCE = 100;

type Row = Selectable<Tables['helper']>;

function isOfChild({ body }: Row): boolean {
  return body.representation !== undefined && 'bornOn' in body.representation;
}

async function lock(tx: Transaction<Tables>, id: string): Promise<Row> {
  return tx
    .selectFrom('helper')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** Last in its transaction. @returns the feeds that were written */
async function tell(
  tx: Transaction<Tables>,
  kind: HelperEvent,
  { id, citizen, helper }: Row,
  at: Date,
): Promise<readonly string[]> {
  const feeds = [...new Set([citizen, ...(helper === null ? [] : [helper])])].sort((a, b) =>
    a < b ? -1 : 1,
  );
  await appendToFeeds(tx, feeds, { kind, credential: id, at });
  return feeds;
}

function toHelper(row: Row): Helper {
  const { id, citizen, body: terms, opened, until, invited_at: invitedAt } = row;
  return {
    ...{ id, citizen, terms, opened, until, invitedAt },
    ...(row.helper !== null && { helper: row.helper }),
    ...(row.accept_before && { acceptBefore: row.accept_before }),
    ...(row.accepted_at && { acceptedAt: row.accepted_at }),
    ...(row.started_at && { startedAt: row.started_at }),
    ...(row.ended_at && { endedAt: row.ended_at }),
    ...(row.ended_by && { endedBy: row.ended_by }),
    ...(row.grant_id !== null && { grant: row.grant_id }),
  };
}
