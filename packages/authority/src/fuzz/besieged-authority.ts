import { sql } from 'kysely';
import { expect } from 'vitest';
import {
  createTestAuthority,
  grantBody,
  issue,
  requestBody,
  type TestAuthority,
} from '../test-support/create-test-authority.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

/** In everything that Alice and Bob have with each other, and in no answer to anyone else. */
export const CANARY = 'canary-7f3a9c';

/** What a case sends. */
export interface Shot {
  readonly method: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

/** An authority with data in it that no bad input may show or change. */
export interface BesiegedAuthority {
  readonly authority: TestAuthority;
  readonly request: object;
  readonly grant: object;
  /** Headers of a caller who takes part in nothing. */
  readonly eve: Record<string, string>;
  readonly bob: Record<string, string>;
  readonly alice: Record<string, string>;
  /** Sends it, and checks what holds for every answer. `owner`: the caller may see what Alice and Bob have. */
  fire(shot: Shot, owner?: boolean): Promise<Response>;
  /** Fails when a row that was there at the start has changed, or more came than there were successes. */
  expectNothingChanged(): Promise<void>;
  /** Cases so far. */
  readonly cases: number;
  close(): Promise<void>;
}

const HANG_MILLISECONDS = 10_000;

export async function besiege(): Promise<BesiegedAuthority> {
  const authority = await createTestAuthority();
  const { alice, bob } = authority;
  const marked = { 'https://example.org/ns/marker': CANARY };
  const request = await issue(authority, bob, requestBody(authority, marked));
  const grant = await issue(authority, alice, grantBody(authority, marked));
  const headersOf = async (person: Person) => ({ ...(await person.bearer()) });
  const before = await digest(authority);
  let cases = 0;
  let successes = 0;
  return {
    authority,
    request,
    grant,
    eve: await headersOf(authority.eve),
    bob: await headersOf(bob),
    alice: await headersOf(alice),
    get cases() {
      return cases;
    },
    async fire({ method, path, headers = {}, body }, owner = false) {
      cases++;
      let sent: Request;
      try {
        const init = { method, headers, ...(body !== undefined && { body }) };
        sent = new Request(new URL(path, authority.baseUrl), init);
      } catch {
        // No client can put this on the wire.
        return new Response(null, { status: 400 });
      }
      const hang = Promise.withResolvers<never>();
      const timer = setTimeout(() => hang.reject(new Error('no answer')), HANG_MILLISECONDS);
      try {
        const response = await Promise.race([authority.app.request(sent), hang.promise]);
        const text = await Promise.race([response.clone().text(), hang.promise]);
        expect(response.status, text).toBeLessThan(500);
        if (!owner) expect(text).not.toContain(CANARY);
        expect(text).not.toMatch(/\bat .*\.[jt]s:\d+/);
        if (response.ok && method !== 'GET') successes++;
        return response;
      } finally {
        clearTimeout(timer);
      }
    },
    async expectNothingChanged() {
      const after = await digest(authority);
      expect(after.marked).toEqual(before.marked);
      expect(after.rows - before.rows).toBeLessThanOrEqual(successes);
    },
    close: () => authority.close(),
  };
}

async function digest({ database: { db } }: TestAuthority) {
  const { rows } = await sql<{ marked: string; rows: string }>`select
    (select md5(string_agg(c::text, '' order by id)) from credential c
      where body::text like ${`%${CANARY}%`}) as marked,
    (select count(*) from credential) as rows`.execute(db);
  return { marked: rows[0]?.marked, rows: Number(rows[0]?.rows) };
}
