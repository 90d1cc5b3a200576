import { createClaimVerifier } from '@grondslag/claims';
import { createQueryEngine } from '@grondslag/claims/query';
import { authorityPaths, consentGateToFields, participantsSchema } from '@grondslag/protocol';
import {
  approveAccessRequest,
  denyAccessRequest,
  getAccessGrant,
  getAccessRequest,
  getFile,
  issueAccessRequest,
  isValidAccessGrant,
  query,
  revokeAccessGrant,
} from '@inrupt/solid-client-access-grants';
import type { Addresses } from '../addresses.ts';
import { readConsentGate } from '../cases/read-cases.ts';
import type { Source } from '../placing/create-source.ts';
import type { Citizen } from './citizen.ts';
import { incomeQuestion, placeDamagedFact, removeFact } from './facts.ts';
import { short, type Telling } from './tell.ts';
import { listYears, waitForReads } from './with-agency-sdk.ts';

/** Whoever logs in: a WebID and a fetch that proves it. */
export interface Caller {
  readonly webId: string;
  readonly fetch: typeof fetch;
}

/** The same five steps and refusals, with the unmodified Inrupt library on both sides. */
export async function tellWithInruptLibrary(
  { title, step }: Telling,
  addresses: Addresses,
  agency: Caller,
  otherAgency: Caller,
  citizen: Citizen,
  source: Source,
): Promise<void> {
  title('With @inrupt/solid-client-access-grants on both sides');
  const { authority } = addresses;
  const years = await listYears(citizen, new URL('facts/income/', citizen.storage).href);
  const damaged = await placeDamagedFact(citizen, source, years.at(-1) as string);
  const resources = [...years, damaged];
  const [oldest] = years as [string];
  const gate = consentGateToFields(await readConsentGate());
  const customFields = new Set(
    Object.entries(gate).map(([key, value]) => ({ key: new URL(key), value })),
  );
  const ask = () =>
    issueAccessRequest(
      {
        access: { read: true },
        resourceOwner: citizen.webId,
        resources,
        purpose: ['https://w3id.org/dpv#ServiceProvision'],
        expirationDate: new Date(Date.now() + 60 * 60 * 1_000),
      },
      { fetch: agency.fetch, customFields },
    );
  try {
    const request = await ask();
    step(
      '1 ask',
      'issueAccessRequest, issuer found by the challenge',
      `request ${short(request.id)}`,
      true,
    );

    const refused = await outcome(() => getFile(oldest, asGrant(request), { fetch: agency.fetch }));
    step('  no grant', `getFile ${short(oldest)}`, refused, refused.startsWith('refused'));
    const direct = await agency.fetch(oldest);
    step('  own token only', `GET ${short(oldest)}`, String(direct.status), direct.status === 403);

    const seen = await getAccessRequest(request.id, { fetch: citizen.fetch });
    const grant = await approveAccessRequest(
      seen,
      {},
      { fetch: citizen.fetch, updateAcr: false, verifyLinkedRequest: true },
    );
    step('2 decide', 'getAccessRequest, approveAccessRequest', `grant ${short(grant.id)}`, true);

    const found = await getAccessGrant(grant.id, { fetch: agency.fetch });
    const { errors } = await isValidAccessGrant(found, { fetch: agency.fetch });
    const active = await query(
      { type: 'SolidAccessGrant', status: 'Active', toAgent: new URL(agency.webId), pageSize: 100 },
      { fetch: agency.fetch, queryEndpoint: new URL(authorityPaths.query, authority) },
    );
    step(
      '3 grant',
      'getAccessGrant, isValidAccessGrant, query',
      `valid, among ${active.items.length} active`,
      errors.length === 0 && active.items.some(({ id }) => id === grant.id),
    );

    const { sources } = participantsSchema.parse(
      await (await fetch(new URL(authorityPaths.participants, authority))).json(),
    );
    const verifier = createClaimVerifier({ sources, fetch });
    const results = await Promise.all(
      resources.map(async (resource) => {
        const file = await getFile(resource, found, { fetch: agency.fetch });
        return verifier.verify(resource, await file.text(), citizen.webId);
      }),
    );
    const claims = results.flatMap((result) => (result.verified ? [result.claim] : []));
    const leftOut = results.flatMap((result) => (result.verified ? [] : [result.leftOut]));
    const engine = createQueryEngine({ timeoutSeconds: 20 });
    const answer = await engine.query(incomeQuestion, claims).finally(() => engine.close());
    const rows = answer.form === 'select' ? answer.rows : [];
    step(
      '4 read',
      `getFile × ${resources.length}, verify, SPARQL`,
      rows.map((row) => `${row['year']?.value}: ${row['amount']?.value}`).join(', '),
      rows.length === 2,
    );
    const reasons = leftOut
      .map(({ reason }) => reason)
      .sort()
      .join(', ');
    step('  left out', 'revoked and damaged fact', reasons, reasons === 'invalid_proof, revoked');

    const stranger = await outcome(() => getFile(oldest, found, { fetch: otherAgency.fetch }));
    step('  wrong agency', `getFile ${short(oldest)}`, stranger, stranger.startsWith('refused'));

    const log = await waitForReads(citizen, grant.id, new Set(resources));
    step(
      '5 account',
      'what was looked at?',
      `${log.length} lines for ${resources.length} facts`,
      resources.every((resource) => log.some((record) => record.resource === resource)),
    );

    await revokeAccessGrant(grant.id, { fetch: citizen.fetch });
    const after = await outcome(() => getFile(oldest, found, { fetch: agency.fetch }));
    step('  after withdrawal', 'revokeAccessGrant, getFile', after, after.startsWith('refused'));

    const second = await ask();
    await denyAccessRequest(second, { fetch: citizen.fetch });
    const denied = await query(
      {
        type: 'SolidAccessRequest',
        status: 'Denied',
        fromAgent: new URL(agency.webId),
        pageSize: 100,
      },
      { fetch: agency.fetch, queryEndpoint: new URL(authorityPaths.query, authority) },
    );
    step(
      '  a no',
      'denyAccessRequest, query',
      'Denied',
      denied.items.some(({ id }) => id === second.id),
    );
  } finally {
    await removeFact(citizen, damaged);
  }
}

/** A request is not a grant: presenting it as one must not open anything. */
function asGrant(request: Awaited<ReturnType<typeof issueAccessRequest>>) {
  return request as unknown as Awaited<ReturnType<typeof getAccessGrant>>;
}

async function outcome(attempt: () => Promise<unknown>): Promise<string> {
  try {
    await attempt();
    return 'allowed';
  } catch (error) {
    return `refused: ${error instanceof Error ? error.message.split('. ')[0] : String(error)}`;
  }
}
