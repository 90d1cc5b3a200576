import type { EmergencyReview, LawfulAccess } from '@grondslag/legal-basis';
import { type SelectQueryBuilder, sql } from 'kysely';
import type { FeedSignal } from '../events/feed-signal.ts';
import type {
  LawfulAccessRecord,
  LawfulAccessStore,
  NewLawfulAccessRecord,
  RestsOn,
} from '../lawful-access/lawful-access-store.ts';
import { hiddenUntil } from '../lawful-access/lawful-access-url.ts';
import { addCredential, NotAdded } from './add-credential.ts';
import { addDecisions, addNotices } from './add-records.ts';
import { changeAccess } from './change-access.ts';
import type { Database, Tables } from './database.ts';
import { findReviews, selectEmergencies } from './select-emergencies.ts';
import { transact } from './transact.ts';

/** Lawful access in SQL. */
export function createSqlLawfulAccessStore(
  db: Database,
  announce: FeedSignal['announce'],
): LawfulAccessStore {
  return {
    async add(record) {
      try {
        announce(await addAll(db, record));
        return 'added';
      } catch (error) {
        if (error instanceof NotAdded) return error.outcome;
        throw error;
      }
    },
    async find(id) {
      const row = await select(db).where('lawful_access.id', '=', id).executeTakeFirst();
      if (row === undefined) return undefined;
      const [record] = await toRecords(db, [row]);
      return record;
    },
    async query({ citizen, agency, visibleAt, olderThan, limit }) {
      const rows = await select(db)
        .$if(agency !== undefined, (all) => all.where('agency', '=', agency ?? ''))
        .$if(citizen !== undefined, (all) =>
          all
            .where('citizen', '=', citizen ?? '')
            .where((is) =>
              is.or([is('hidden_until', 'is', null), is('hidden_until', '<=', visibleAt)]),
            ),
        )
        .$if(olderThan !== undefined, (all) => all.where('lawful_access.id', '<', olderThan ?? ''))
        .orderBy('lawful_access.id', 'desc')
        .limit(limit)
        .execute();
      return toRecords(db, rows);
    },
    async listEmergencies({ agency, review, now, olderThan, limit }) {
      const found = await selectEmergencies(db, { agency, review, now })
        .select('access_id')
        .$if(olderThan !== undefined, (all) => all.where('access_id', '<', olderThan ?? ''))
        .orderBy('access_id', 'desc')
        .limit(limit)
        .execute();
      if (found.length === 0) return [];
      const ids = found.map(({ access_id }) => access_id);
      const rows = await select(db)
        .where('lawful_access.id', 'in', ids)
        .orderBy('lawful_access.id', 'desc')
        .execute();
      return toRecords(db, rows);
    },
    async listOpen(restsOn, { now, after, limit }) {
      const rows = await thatRestsOn(select(db), restsOn)
        .where('credential.revoked_at', 'is', null)
        .where('ends_at', '>', now)
        .$if(after !== undefined, (all) => all.where(endsAfter(after as LawfulAccess)))
        .orderBy('ends_at')
        .orderBy('lawful_access.id')
        .limit(limit)
        .execute();
      return toRecords(db, rows);
    },
    async change(decided) {
      announce(await transact(db, (tx) => changeAccess(tx, decided)));
    },
  };
}

function addAll(
  db: Database,
  { access, credential, information, decision, notice }: NewLawfulAccessRecord,
): Promise<readonly string[]> {
  return transact(db, async (tx) => {
    // Last in the transaction is what locks feeds.
    const dueAt = hiddenUntil(access);
    const isHidden = dueAt !== undefined && dueAt > credential.recordedAt;
    const toldLater = isHidden ? { feed: access.citizen, dueAt } : undefined;
    const feeds = await addCredential(tx, credential, toldLater);
    await tx
      .insertInto('lawful_access')
      .values({
        id: access.id,
        credential_id: credential.id,
        agency: access.agency,
        citizen: access.citizen,
        mandate_id: access.mandate?.id ?? null,
        mandate_version: access.mandate?.version ?? null,
        activity_id: access.activity.id,
        hidden_until: dueAt ?? null,
        ends_at: new Date(access.validUntil),
        body: JSON.stringify(access),
        information: JSON.stringify(information),
      })
      .execute();
    if (access.emergency !== undefined) {
      await tx
        .insertInto('emergency_review')
        .values({
          access_id: access.id,
          agency: access.agency,
          due_before: new Date(access.emergency.reviewBefore),
        })
        .execute();
    }
    await addDecisions(tx, decision === undefined ? [] : [decision]);
    await addNotices(tx, [notice]);
    return feeds;
  });
}

function select(db: Database) {
  return db
    .selectFrom('lawful_access')
    .innerJoin('credential', 'credential.id', 'lawful_access.credential_id')
    .select([
      'lawful_access.body as access',
      'credential_id',
      'information',
      'revoked_at',
      'suspended_at',
    ]);
}

/** A comparison of rows: one range of an index. */
function endsAfter({ validUntil, id }: LawfulAccess) {
  return sql<boolean>`(ends_at, lawful_access.id) > (${new Date(validUntil)}, ${id})`;
}

function thatRestsOn<Row>(
  all: SelectQueryBuilder<Tables, 'lawful_access' | 'credential', Row>,
  restsOn: RestsOn,
) {
  if ('mandate' in restsOn) return all.where('mandate_id', '=', restsOn.mandate);
  if ('activity' in restsOn) return all.where('activity_id', '=', restsOn.activity);
  const { agency, citizen } = restsOn;
  const ofAgency = all.where('agency', '=', agency);
  return citizen === undefined ? ofAgency : ofAgency.where('citizen', '=', citizen);
}

interface Row extends Pick<LawfulAccessRecord, 'access' | 'information'> {
  readonly credential_id: string;
  readonly revoked_at: Date | null;
  readonly suspended_at: Date | null;
}

/** With the reviews of those that are emergencies, which are few. */
async function toRecords(db: Database, rows: readonly Row[]): Promise<LawfulAccessRecord[]> {
  const emergencies = rows.flatMap(({ access }) => (access.emergency ? [access.id] : []));
  const reviews = await findReviews(db, emergencies);
  return rows.map((row) => toRecord(row, reviews.get(row.access.id)));
}

function toRecord(row: Row, review: EmergencyReview | undefined): LawfulAccessRecord {
  return {
    access: row.access,
    credential: row.credential_id,
    information: row.information,
    ...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
    ...(row.suspended_at !== null && { suspendedAt: row.suspended_at }),
    ...(review && { review }),
  };
}
