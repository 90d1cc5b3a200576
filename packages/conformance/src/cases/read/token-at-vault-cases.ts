import { bothLogins, type ConformanceCase } from '../../run/case.ts';
import { expectEqual, expectStatus, expectThat, skip } from '../../run/expect.ts';
import { umaChallengeOf } from '../../wire/challenge.ts';
import { readCredential } from '../../wire/credential.ts';
import { grantBody } from '../../wire/credential-bodies.ts';
import { bearing, exchange, exchangeForToken, fetchUnder } from '../../wire/exchange.ts';
import { giveAccess, issue, withdraw } from '../../wire/issue.ts';
import { acl, sections } from '../../wire/terms.ts';

const shared = { checklist: 13, level: 'MUST', see: sections.bearer } as const;

/** How a vault server treats the authority's tokens. */
export const tokenAtVaultCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'read-token-changed',
    title: 'a token that was changed is answered 401 with a fresh ticket',
    async run(context) {
      const file = await context.scratch.file();
      const grant = await giveAccess(context, { resources: [file] });
      const token = await exchangeForToken(context, grant, file);
      const { access_token: text } = token;
      const middle = text.length - 12;
      const letter = text[middle] === 'A' ? 'B' : 'A';
      const changed = text.slice(0, middle) + letter + text.slice(middle + 1);
      const response = await bearing({ ...token, access_token: changed })(file);
      await expectStatus(response, 401);
      umaChallengeOf(response);
    },
  },
  {
    ...shared,
    id: 'read-token-elsewhere',
    title: 'a token for one vault server is answered 401 at another',
    async run(context) {
      if (!context.other) skip('needs a second --vault');
      const file = await context.scratch.file();
      const grant = await giveAccess(context, { resources: [file] });
      const under = await fetchUnder(context, grant, file);
      await expectStatus(await under(await context.other.scratch.file()), 401);
    },
  },
  {
    ...shared,
    id: 'read-token-at-authority',
    title: 'a token for a vault server opens nothing at the authority',
    level: 'SHOULD',
    async run(context) {
      const file = await context.scratch.file();
      const grant = await giveAccess(context, { resources: [file] });
      const under = await fetchUnder(context, grant, file);
      await expectStatus(await under(grant.id), 401, 403);
    },
  },
  {
    ...shared,
    id: 'read-token-expired',
    title: 'a token whose time is over is answered 401 with a fresh ticket',
    slow: true,
    async run(context) {
      const file = await context.scratch.file();
      const grant = await giveAccess(context, { resources: [file] });
      const token = await exchangeForToken(context, grant, file);
      await new Promise((resolve) => setTimeout(resolve, (token.expires_in + 10) * 1_000));
      const response = await bearing(token)(file);
      await expectStatus(response, 401);
      umaChallengeOf(response);
    },
  },
  {
    ...shared,
    id: 'read-grant-expired',
    title: 'a token does not outlive its grant',
    async run(context) {
      const file = await context.scratch.file();
      const grant = await giveAccess(context, {
        resources: [file],
        expiresAt: new Date(Date.now() + 4_000),
      });
      const under = await fetchUnder(context, grant, file);
      await expectStatus(await under(file), 200);
      // clocks may differ by five seconds
      await new Promise((resolve) => setTimeout(resolve, 10_000));
      await expectStatus(await under(file), 401, 403);
    },
  },
  {
    ...shared,
    id: 'read-revoked',
    title: 'a token that was issued before a withdrawal opens nothing one second after it',
    level: 'SHOULD',
    see: 'README, withdrawal',
    logins: bothLogins,
    async run(context) {
      const file = await context.scratch.file();
      const grant = await giveAccess(context, { resources: [file] });
      const under = await fetchUnder(context, grant, file);
      await expectStatus(await under(file), 200);
      await withdraw(context, context.citizen, grant.id);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await expectStatus(await under(file), 401, 403);
    },
  },
  {
    ...shared,
    id: 'read-rogue-grantor',
    title:
      'a grant by someone who does not control the resource opens nothing, wherever it is stopped',
    see: sections.access,
    async run(context) {
      const { agency, rogue, scratch } = context;
      const file = await scratch.file();
      const response = await issue(context, rogue, grantBody(agency.webId, { resources: [file] }));
      if (!response.ok) return;
      const traded = await exchange(context, await readCredential(response), file);
      if (!traded.ok) return;
      const token = (await traded.json()) as Parameters<typeof bearing>[0];
      await expectStatus(await bearing(token)(file), 403);
    },
  },
  {
    ...shared,
    id: 'read-subscribe',
    title: 'notifications of a resource can be had under a grant, and not with the own login',
    level: 'SHOULD',
    see: 'Solid Notifications Protocol',
    async run(context) {
      const { agency, scratch, vault } = context;
      const file = await scratch.file();
      const grant = await giveAccess(context, { resources: [file], modes: [acl.Read] });
      const url = new URL('.notifications/WebSocketChannel2023/', vault).href;
      const subscribe = (fetch: typeof globalThis.fetch) =>
        fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/ld+json' },
          body: JSON.stringify({
            '@context': ['https://www.w3.org/ns/solid/notification/v1'],
            type: 'http://www.w3.org/ns/solid/notifications#WebSocketChannel2023',
            topic: file,
          }),
        });
      const own = await subscribe(agency.fetch);
      if (own.status === 404) skip('this vault server has no WebSocketChannel2023 there');
      await expectStatus(own, 403);
      const response = await subscribe(await fetchUnder(context, grant, file));
      await expectStatus(response, 200, 201);
      const { receiveFrom } = (await response.json()) as { receiveFrom?: string };
      expectThat(
        receiveFrom !== undefined && URL.canParse(receiveFrom),
        'receiveFrom',
        receiveFrom,
      );
      expectEqual('scheme', new URL(receiveFrom).protocol.startsWith('ws'), true);
    },
  },
];
