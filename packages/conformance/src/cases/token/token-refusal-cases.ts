import type { ConformanceCase } from '../../run/case.ts';
import type { CaseContext } from '../../run/context.ts';
import { expectRefusal, expectStatus, expectThat, skip } from '../../run/expect.ts';
import { ticketFor } from '../../wire/challenge.ts';
import { consentOf } from '../../wire/credential.ts';
import { exchange, postToken, presentationOf, readToken } from '../../wire/exchange.ts';
import { askAccess, denyAccess, giveAccess, withdraw } from '../../wire/issue.ts';
import { acl, sections } from '../../wire/terms.ts';

const shared = { checklist: 12, level: 'MUST', see: sections.umaRefusal } as const;

/** A refusal has no token in it, whatever its status, and says why in the words of OAuth. */
async function expectNoToken(response: Response, ...errors: string[]): Promise<void> {
  const text = await response.clone().text();
  await expectRefusal(response);
  const answer = JSON.parse(text) as { access_token?: unknown; error?: unknown };
  expectThat(answer.access_token === undefined, 'no access_token', text);
  expectThat(
    typeof answer.error === 'string' && (errors.length === 0 || errors.includes(answer.error)),
    `error ${errors.join(' or ')}`,
    text,
  );
}

async function newGrant(context: CaseContext) {
  const file = await context.scratch.file();
  return { file, grant: await giveAccess(context, { resources: [file] }) };
}

/** When there is no token. */
export const tokenRefusalCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'token-wrong-holder',
    title: 'nobody else than the agency that the grant names gets a token, the citizen neither',
    async run(context) {
      const { file, grant } = await newGrant(context);
      for (const who of [context.stranger, context.rogue, context.citizen]) {
        await expectNoToken(await exchange(context, grant, file, who), 'request_denied');
      }
    },
  },
  {
    ...shared,
    id: 'token-anonymous',
    title: 'without login there is no token: the presentation is not signed',
    async run(context) {
      const { file, grant } = await newGrant(context);
      const response = await exchange(context, grant, file, { fetch });
      await expectStatus(response.clone(), 401, 403);
      await expectNoToken(response);
    },
  },
  {
    ...shared,
    id: 'token-revoked',
    title: 'a withdrawn grant gives no token',
    async run(context) {
      const { file, grant } = await newGrant(context);
      await withdraw(context, context.citizen, grant.id);
      await expectNoToken(await exchange(context, grant, file), 'request_denied');
    },
  },
  {
    ...shared,
    id: 'token-expired',
    title: 'a grant whose time is over gives no token',
    async run(context) {
      const file = await context.scratch.file();
      const grant = await giveAccess(context, {
        resources: [file],
        expiresAt: new Date(Date.now() + 2_000),
      });
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      await expectNoToken(await exchange(context, grant, file), 'request_denied');
    },
  },
  {
    ...shared,
    id: 'token-tampered',
    title: 'a grant that was changed gives no token',
    async run(context) {
      const { file, grant } = await newGrant(context);
      const { credentialSubject } = grant;
      const providedConsent = { ...consentOf(grant), mode: [acl.Read, acl.Write] };
      const changed = { ...grant, credentialSubject: { ...credentialSubject, providedConsent } };
      await expectNoToken(await exchange(context, changed, file));
    },
  },
  {
    ...shared,
    id: 'token-self-made',
    title: 'a grant the agency wrote itself, with the proof of a real one, gives no token',
    async run(context) {
      const { file, grant } = await newGrant(context);
      const other = await context.scratch.file();
      const { credentialSubject } = grant;
      const providedConsent = { ...consentOf(grant), forPersonalData: [file, other] };
      const own = { ...grant, credentialSubject: { ...credentialSubject, providedConsent } };
      await expectNoToken(await exchange(context, own, other));
    },
  },
  {
    ...shared,
    id: 'token-denial',
    title: 'a denial gives no token',
    async run(context) {
      const file = await context.scratch.file();
      const denial = await denyAccess(context, { resources: [file] });
      await expectNoToken(await exchange(context, denial, file), 'request_denied');
    },
  },
  {
    ...shared,
    id: 'token-request',
    title: 'a request gives no token',
    async run(context) {
      const file = await context.scratch.file();
      const request = await askAccess(context, { resources: [file] });
      await expectNoToken(await exchange(context, request, file), 'request_denied');
    },
  },
  {
    ...shared,
    id: 'token-other-resource',
    title: 'a ticket for a resource outside the grant gives no token',
    async run(context) {
      const { grant } = await newGrant(context);
      await expectNoToken(
        await exchange(context, grant, await context.scratch.file()),
        'request_denied',
      );
    },
  },
  {
    ...shared,
    id: 'token-not-inherited',
    title: 'a grant of a container with inherit false is not good for what is in it',
    async run(context) {
      const { url, child } = await context.scratch.container();
      const grant = await giveAccess(context, { resources: [url], consent: { inherit: false } });
      await expectNoToken(await exchange(context, grant, child), 'request_denied');
    },
  },
  {
    ...shared,
    id: 'token-ticket-twice',
    title: 'a ticket is good for one token',
    async run(context) {
      const { file, grant } = await newGrant(context);
      const fields = { ticket: await ticketFor(file), claim_token: presentationOf(grant) };
      await readToken(await postToken(context, context.agency, fields));
      await expectNoToken(await postToken(context, context.agency, fields), 'invalid_grant');
    },
  },
  {
    ...shared,
    id: 'token-ticket-changed',
    title: 'a ticket that was changed is refused',
    async run(context) {
      const { file, grant } = await newGrant(context);
      const ticket = await ticketFor(file);
      const middle = Math.floor(ticket.length / 2);
      const letter = ticket[middle] === 'A' ? 'B' : 'A';
      const changed = ticket.slice(0, middle) + letter + ticket.slice(middle + 1);
      const fields = { ticket: changed, claim_token: presentationOf(grant) };
      await expectNoToken(
        await postToken(context, context.agency, fields),
        'invalid_grant',
        'invalid_request',
      );
    },
  },
  {
    ...shared,
    id: 'token-ticket-elsewhere',
    title: 'a ticket of another vault server does not open this one',
    async run(context) {
      const { grant } = await newGrant(context);
      if (!context.other) skip('needs a second --vault');
      await expectNoToken(await exchange(context, grant, await context.other.scratch.file()));
    },
  },
  {
    ...shared,
    id: 'token-ticket-expired',
    title: 'a ticket older than ten minutes is refused',
    slow: true,
    async run(context) {
      const file = await context.scratch.file();
      const grant = await giveAccess(context, { resources: [file] });
      const fields = { ticket: await ticketFor(file), claim_token: presentationOf(grant) };
      await new Promise((resolve) => setTimeout(resolve, 605_000));
      await expectNoToken(await postToken(context, context.agency, fields), 'invalid_grant');
    },
  },
  ...(
    [
      ['grant-type', { grant_type: 'authorization_code' }, ['unsupported_grant_type']],
      ['no-grant-type', { grant_type: undefined }, ['invalid_request', 'unsupported_grant_type']],
      ['no-ticket', { ticket: undefined }, ['invalid_request', 'invalid_grant']],
      ['no-claim', { claim_token: undefined }, ['need_info', 'invalid_request']],
      ['no-format', { claim_token_format: undefined }, []],
      ['claim-not-base64', { claim_token: '%%%' }, []],
      ['claim-not-json', { claim_token: 'bm90IGpzb24=' }, []],
      ['claim-not-a-grant', { claim_token: 'e30=' }, []],
    ] as const
  ).map(
    ([name, change, errors]): ConformanceCase => ({
      ...shared,
      id: `token-bad-${name}`,
      title: `a token request with ${name.replaceAll('-', ' ')} is refused as OAuth says`,
      async run(context) {
        const { file, grant } = await newGrant(context);
        const fields = {
          ticket: await ticketFor(file),
          claim_token: presentationOf(grant),
          ...change,
        };
        await expectNoToken(await postToken(context, context.agency, fields), ...errors);
      },
    }),
  ),
  {
    ...shared,
    id: 'token-refusal-without-use',
    title: 'a refusal does not use the ticket up: libraries repeat a refused request',
    level: 'SHOULD',
    see: sections.solidOidc,
    async run(context) {
      const { file, grant } = await newGrant(context);
      const fields = { ticket: await ticketFor(file), claim_token: presentationOf(grant) };
      await expectNoToken(await postToken(context, context.stranger, fields));
      await readToken(await postToken(context, context.agency, fields));
    },
  },
];
