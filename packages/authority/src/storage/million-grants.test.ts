import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import { Pool, TypeOverrides } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CredentialQuery,
  LAWFUL_ACCESS,
  type NewCredential,
} from '../credentials/credential-store.ts';
import {
  CITIZEN,
  FILLED_RESOURCE,
  FILLED_VAULT,
  grantNumber as grant,
  LARGE_AGENCY,
} from '../test-support/fill-with-grants.ts';
import { legalStatements } from '../test-support/legal-statements.ts';
import { type FilledPostgres, startFilledPostgres } from '../test-support/start-filled-postgres.ts';
import type { Database, Tables } from './database.ts';
import { MAX_EXAMINED } from './select-credentials.ts';
import { type AuthorityStores, createSqlStores } from './stores.ts';

const GRANTS = 1_000_000;
const LAWFUL_ACCESSES = 100_000;
/** What a statement may touch, whatever is in the tables: candidates, each looked up in two tables. */
const MAX_ROWS = 3 * MAX_EXAMINED + 1_000;
/** To count how full a status list is, once for every thousand places given out. */
const MAX_LIST_ROWS = 131_072;

let server: FilledPostgres;
let pool: Pool;
let db: Database;
let stores: AuthorityStores;
let statements: CompiledQuery[] = [];
beforeAll(async () => {
  server = await startFilledPostgres(GRANTS, LAWFUL_ACCESSES);
  const types = new TypeOverrides();
  types.setTypeParser(20, Number);
  pool = new Pool({ connectionString: server.url, types });
  // A connection that is closing may still hear that the server stops; queries fail by themselves.
  pool.on('connect', (client) => client.on('error', () => {}));
  db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    log(event) {
      if (event.level === 'query') statements.push(event.query);
    },
  });
  stores = createSqlStores(db);
}, 600_000);
afterAll(async () => {
  await pool.end();
  await server.close();
});

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Plan[];
}

/** Runs a statement again, undone, and gives its plan with what it did; a plain insert cannot run again. */
async function explain({ sql, parameters }: CompiledQuery): Promise<Plan> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const analyze = /^insert/i.test(sql) ? 'analyze false' : 'analyze';
    const { rows } = await client.query(`explain (${analyze}, format json) ${sql}`, [
      ...parameters,
    ]);
    return rows[0]['QUERY PLAN'][0].Plan as Plan;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

function touchedRows(node: Plan): number {
  if (node['Relation Name'] === undefined) return 0;
  const perLoop =
    (node['Actual Rows'] ?? 0) +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0);
  return perLoop * (node['Actual Loops'] ?? 0);
}

/** Plans of every statement that `work` sends which reads or changes rows. */
async function plansOf(work: () => Promise<unknown>): Promise<{ sql: string; plan: Plan }[]> {
  statements = [];
  await work();
  const sent = statements.filter(({ sql }) =>
    /^\s*(?:select|insert|update|delete|with)\b/i.test(sql),
  );
  const plans = [];
  for (const statement of sent) plans.push({ sql: statement.sql, plan: await explain(statement) });
  return plans;
}

const small = new Set(['status_list', 'signing_key', 'webhook', 'idempotency_key']);
const now = new Date();
const base = { participant: LARGE_AGENCY, limit: 20, now };
const query = (members: Partial<CredentialQuery>) => () =>
  stores.credentials.query({ ...base, ...members });
const day = new Date(now.getTime() - 86_400_000);
const added = (members: Partial<NewCredential>): NewCredential => {
  const id = `https://access.example/vc/ffff-${crypto.randomUUID()}`;
  return {
    id,
    kind: 'SolidAccessGrant',
    fromAgent: CITIZEN,
    toAgent: LARGE_AGENCY,
    statusEntry: { list: 1, index: 100_000 + Math.floor(Math.random() * 30_000) },
    recordedAt: now,
    validFrom: now,
    resources: [FILLED_RESOURCE],
    purposes: ['https://w3id.org/dpv#ServiceProvision'],
    vaults: [FILLED_VAULT],
    credential: { id } as unknown as NewCredential['credential'],
    ...members,
  };
};

describe(`with ${GRANTS} grants and ${LAWFUL_ACCESSES} lawful accesses, half of them of one agency`, {
  timeout: 120_000,
}, () => {
  it.each<[string, () => Promise<unknown>]>([
    ['finding a credential', () => stores.credentials.find(grant(5))],
    ['finding a decision', () => stores.credentials.findDecision(grant(GRANTS + 1))],
    ['finding decisions', () => stores.credentials.findDecisions([grant(1), grant(GRANTS + 1)])],
    ['adding a request', () => stores.credentials.add(added({ kind: 'SolidAccessRequest' }))],
    ['deciding', () => stores.credentials.add(added({ decides: grant(GRANTS) }))],
    ['revoking', () => stores.credentials.revoke(grant(11), now)],
    ['suspending', () => stores.credentials.suspend(grant(13), now)],
    ['resuming', () => stores.credentials.resume(grant(2001), now)],
    ['all of a citizen', query({ participant: CITIZEN })],
    ['all of an agency', query({})],
    ['the next page', query({ olderThan: grant(500_000) })],
    ['one kind', query({ kind: 'SolidAccessGrant' })],
    ['another kind', query({ kind: 'SolidAccessRequest' })],
    ['a kind nobody has', query({ kind: 'SolidAccessDenial' })],
    ...(['Pending', 'Granted', 'Denied', 'Canceled'] as const).map(
      (state): [string, () => Promise<unknown>] => [
        `requests that are ${state}`,
        query({ kind: 'SolidAccessRequest', state }),
      ],
    ),
    ...(['Active', 'Suspended', 'Revoked', 'Expired'] as const).map(
      (state): [string, () => Promise<unknown>] => [
        `grants that are ${state}`,
        query({ kind: 'SolidAccessGrant', state }),
      ],
    ),
    ['from one citizen', query({ fromAgent: CITIZEN })],
    ['to one citizen', query({ toAgent: CITIZEN })],
    ['from itself', query({ fromAgent: LARGE_AGENCY })],
    ['to itself', query({ toAgent: LARGE_AGENCY })],
    ['a resource', query({ resource: FILLED_RESOURCE })],
    ['a resource of a citizen', query({ resource: FILLED_RESOURCE, fromAgent: CITIZEN })],
    ['a purpose', query({ purpose: 'https://w3id.org/dpv#ServiceProvision' })],
    ['a purpose nobody has', query({ purpose: 'https://w3id.org/dpv#Marketing' })],
    ['issued since', query({ recordedSince: day })],
    ['revoked since', query({ revokedSince: day })],
    ['a free place in a status list', () => createSqlStores(db).credentials.findFreeStatusEntry()],
    ['the version of a status list', () => stores.credentials.findStatusList(3)],
    ['the revoked in a status list', () => stores.credentials.findRevokedIndexes(3)],
    ['the suspended in a status list', () => stores.credentials.findSuspendedIndexes(3)],
    ['the head of a feed', () => stores.events.head(FILLED_VAULT)],
    ['the heads of feeds', () => stores.events.heads([FILLED_VAULT, CITIZEN, LARGE_AGENCY])],
    ['what is new in a feed', () => stores.events.after(FILLED_VAULT, 900_000, 501)],
    [
      'a feed since',
      () => stores.events.since(FILLED_VAULT, new Date(now.getTime() - 900_000), 501),
    ],
    ['using a ticket', () => stores.tickets.use(crypto.randomUUID(), now)],
    ['using a proof', () => stores.proofs.use(crypto.randomUUID(), now)],
    ['reads of a citizen', () => stores.reads.query({ participant: CITIZEN, limit: 50, now })],
    ['reads of an agency', () => stores.reads.query({ participant: LARGE_AGENCY, limit: 50, now })],
    [
      'reads under a grant',
      () => stores.reads.query({ participant: CITIZEN, grant: grant(7), limit: 50, now }),
    ],
    [
      'reads before',
      () =>
        stores.reads.query({
          participant: LARGE_AGENCY,
          before: { at: day, id: 'x' },
          limit: 50,
          now,
        }),
    ],
    ['forgetting tickets', () => stores.tickets.prune(now)],
    ['forgetting proofs', () => stores.proofs.prune(now)],
    ['forgetting events', () => stores.events.prune(new Date(now.getTime() - 1_000_000_000))],
    ...legalStatements(() => stores, now),
  ])('%s reads by index, a bounded number of rows', async (_what, work) => {
    const plans = await plansOf(work);
    expect(plans.length).toBeGreaterThan(0);
    for (const { sql, plan } of plans) {
      const nodes = nodesOf(plan);
      const scanned = nodes
        .filter((node) => node['Node Type'] === 'Seq Scan')
        .filter((node) => !small.has(node['Relation Name'] ?? ''));
      expect(scanned, sql).toEqual([]);
      const touched = nodes.reduce((sum, node) => sum + touchedRows(node), 0);
      expect(touched, sql).toBeLessThanOrEqual(
        sql.includes('count(*) as "taken"') ? MAX_LIST_ROWS : MAX_ROWS,
      );
    }
  });

  it('finds everything that fits, page after page, though it is rare', async () => {
    const rows = await db
      .selectFrom('credential')
      .select('id')
      .where('suspended_at', 'is not', null)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now)
      .where('to_agent', '=', LARGE_AGENCY)
      .where('kind', '<>', LAWFUL_ACCESS)
      .orderBy('id', 'desc')
      .execute();
    expect(rows.length).toBeGreaterThan(100);
    const found: string[] = [];
    let page = await query({ state: 'Suspended', limit: 100 })();
    for (;;) {
      found.push(...page.items.map(({ id }) => id));
      if (page.next === undefined) break;
      page = await query({ state: 'Suspended', limit: 100, olderThan: page.next })();
    }
    expect(found).toEqual(rows.map(({ id }) => id));
  });
});
