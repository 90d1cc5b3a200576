import type { ConformanceCase } from '../../run/case.ts';
import type { CaseContext } from '../../run/context.ts';
import { expectStatus } from '../../run/expect.ts';
import { ownLogin, type ProofChanges, tokenHash } from '../../wire/own-login.ts';
import { sections } from '../../wire/terms.ts';

const shared = { checklist: 14, level: 'MUST', see: sections.dpop } as const;

/** Asks the query service, with a query in the URL, with a proof that differs. */
async function ask(context: CaseContext, changes: ProofChanges): Promise<Response> {
  const login = await ownLogin(context.agency);
  const url = `${context.authority.query}?pageSize=1`;
  return fetch(url, { headers: await login.headers('GET', url, changes) });
}

const minutes = (count: number) => Math.floor(Date.now() / 1_000) + count * 60;

const bad: readonly (readonly [string, string, ProofChanges])[] = [
  ['method', 'for another method', { claims: { htm: 'POST' } }],
  ['url', 'for another URL', { claims: { htu: 'https://stranger.example/query' } }],
  ['old', 'of an hour ago', { claims: { iat: minutes(-60) } }],
  ['ahead', 'of an hour ahead', { claims: { iat: minutes(60) } }],
  ['no-jti', 'without jti', { claims: { jti: undefined } }],
  ['type', 'of another type', { header: { typ: 'JWT' } }],
  ['signature', 'signed with another key', { otherKey: true }],
];

/** Proofs of possession at the authority. */
export const dpopCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'login-without-ath',
    title: 'a proof without ath, and with htu without query, is accepted: libraries send no other',
    see: sections.solidOidc,
    run: async (context) => expectStatus(await ask(context, {}), 200),
  },
  {
    ...shared,
    id: 'login-with-ath',
    title: 'a proof with ath is accepted as well',
    async run(context) {
      const login = await ownLogin(context.agency);
      const { query } = context.authority;
      const headers = await login.headers('GET', query, {
        claims: { ath: await tokenHash(login.accessToken) },
      });
      await expectStatus(await fetch(query, { headers }), 200);
    },
  },
  {
    ...shared,
    id: 'login-proof-twice',
    title: 'a proof is good once at the authority',
    async run(context) {
      const login = await ownLogin(context.agency);
      const { query } = context.authority;
      const headers = await login.headers('GET', query);
      await expectStatus(await fetch(query, { headers }), 200);
      await expectStatus(await fetch(query, { headers }), 401);
    },
  },
  {
    ...shared,
    id: 'login-proof-twice-at-vault',
    title: 'a proof is good once at the vault server',
    level: 'SHOULD',
    async run(context) {
      const login = await ownLogin(context.citizen);
      const file = await context.scratch.file();
      const headers = await login.headers('GET', file);
      await expectStatus(await fetch(file, { headers }), 200);
      await expectStatus(await fetch(file, { headers }), 401);
    },
  },
  ...bad.map(
    ([id, what, changes]): ConformanceCase => ({
      ...shared,
      id: `login-proof-${id}`,
      title: `a proof ${what} is refused: 401`,
      run: async (context) => expectStatus(await ask(context, changes), 401),
    }),
  ),
  {
    ...shared,
    id: 'login-no-proof',
    title: 'a token bound to a key is refused without proof, also when sent as Bearer',
    async run(context) {
      const { accessToken } = await ownLogin(context.agency);
      const { query } = context.authority;
      for (const scheme of ['DPoP', 'Bearer']) {
        const headers = { authorization: `${scheme} ${accessToken}` };
        await expectStatus(await fetch(query, { headers }), 401);
      }
    },
  },
  {
    ...shared,
    id: 'login-token-changed',
    title: 'a login that was changed is refused: 401',
    see: sections.solidOidc,
    async run(context) {
      const login = await ownLogin(context.agency);
      const [header, claims = '', signature] = login.accessToken.split('.');
      const decoded = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object;
      const changed = { ...decoded, webid: context.citizen.webId };
      const forged = Buffer.from(JSON.stringify(changed)).toString('base64url');
      const { query } = context.authority;
      const { dpop = '' } = await login.headers('GET', query);
      const headers = { authorization: `DPoP ${header}.${forged}.${signature}`, dpop };
      await expectStatus(await fetch(query, { headers }), 401);
    },
  },
];
