import { SignJWT } from 'jose';
import { issueGrant } from '../authority/issue-grant.ts';
import type { BenchPerson, Neighbours } from './play-neighbours.ts';

const AGENCIES = 10;
/** So many different grants. */
export const BENCH_GRANTS = 500;

/**
 * Issues grants of one citizen to ten agencies, and makes requests to `POST token` with them, in turn: each with a
 * ticket, a DPoP proof and a presentation of its own.
 */
export async function prepareRequests(
  baseUrl: string,
  neighbours: Neighbours,
  secret: string,
): Promise<(count: number) => Promise<readonly Buffer[]>> {
  const citizen = await neighbours.person('citizen');
  const agencies = await Promise.all(
    Array.from({ length: AGENCIES }, (_, number) => neighbours.person(`agency${number}`)),
  );
  const bearer = await citizen.bearer();
  const fetchAsCitizen: typeof fetch = (url, init) => {
    const headers = new Headers(init?.headers);
    headers.set('Authorization', bearer);
    return fetch(url, { ...init, headers });
  };
  const grants: {
    readonly agency: BenchPerson;
    readonly resource: string;
    readonly claim: string;
  }[] = [];
  for (let number = 0; number < BENCH_GRANTS; number++) {
    const agency = agencies[number % AGENCIES] as BenchPerson;
    const resource = `${neighbours.url}citizen/facts/${number}.jsonld`;
    const grant = await issueGrant(fetchAsCitizen, baseUrl, {
      agency: agency.webId,
      resources: [resource],
    });
    const presentation = {
      '@context': ['https://www.w3.org/2018/credentials/v1'],
      type: ['VerifiablePresentation'],
      verifiableCredential: [grant],
    };
    const claim = Buffer.from(JSON.stringify(presentation)).toString('base64');
    grants.push({ agency, resource, claim });
  }
  const url = `${baseUrl}token`;
  return async (count) => {
    const proofs = await Promise.all(
      agencies.map((agency) => agency.dpop(url, Math.ceil(count / AGENCIES))),
    );
    return Promise.all(
      Array.from({ length: count }, async (_, turn) => {
        const { resource, claim } = grants[turn % BENCH_GRANTS] as (typeof grants)[number];
        const headers = proofs[turn % AGENCIES]?.[Math.floor(turn / AGENCIES)] ?? '';
        const form = new URLSearchParams({
          grant_type: 'urn:ietf:params:oauth:grant-type:uma-ticket',
          ticket: await mintTicket({ baseUrl, vault: neighbours.url, secret, resource }),
          claim_token: claim,
          claim_token_format: 'https://www.w3.org/TR/vc-data-model/#json-ld',
        });
        const body = form.toString();
        return Buffer.from(
          `POST /token HTTP/1.1\r\nHost: ${new URL(baseUrl).host}\r\n${headers}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        );
      }),
    );
  };
}

function mintTicket({
  baseUrl,
  vault,
  secret,
  resource,
}: Record<'baseUrl' | 'vault' | 'secret' | 'resource', string>): Promise<string> {
  return new SignJWT({ permissions: [{ resource, modes: ['read'] }] })
    .setProtectedHeader({ alg: 'HS256', typ: 'uma-ticket+jwt' })
    .setIssuer(vault)
    .setAudience(baseUrl)
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .setExpirationTime('10 minutes')
    .sign(new TextEncoder().encode(secret));
}
