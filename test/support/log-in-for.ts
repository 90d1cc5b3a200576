import { type Account, logIn } from '@grondslag/dev-stack';
import { afterAll, beforeAll, inject } from 'vitest';

/** A login for the tests of this file; its `fetch` works once they run. */
export function logInFor(account: Account): { readonly fetch: typeof fetch } {
  let session: Awaited<ReturnType<typeof logIn>>;
  beforeAll(async () => {
    session = await logIn(inject('addresses').vault, account);
  });
  afterAll(() => session.logout());
  return { fetch: (...request) => session.fetch(...request) };
}
