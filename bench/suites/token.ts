import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { gc } from '@grondslag/vocab';
import { SignJWT } from 'jose';
import { quantile, type Result } from '../measurement.ts';
import { withTemporaryFolder } from '../temporary-folder.ts';
import { sendAll, sendAtRate } from '../token/http-load.ts';
import { type BenchPerson, playNeighbours } from '../token/play-neighbours.ts';
import { startAuthority } from '../token/start-authority.ts';

const SECRET = 'a secret that the bench shares with the authority';
const AGENCIES = 10;
const GRANTS = 500;
const WARM_UP = 2_000;
const DECISIONS = 8_000;
const CONCURRENCY = 64;
const SECONDS_AT_HALF_LOAD = 10;
const RAW_VERIFICATIONS = 10_000;
const MIN_DECISIONS_A_SECOND = 800;
const MAX_P99_MILLISECONDS = 50;

/**
 * Decisions at `POST token` on one core: each has a ticket, a DPoP proof and a presentation of its own; ten agencies
 * present five hundred grants in turn.
 */
export async function measureToken(progress: (text: string) => void): Promise<readonly Result[]> {
  const neighbours = await playNeighbours();
  try {
    return await withTemporaryFolder(async (folder) => {
      progress('starting an authority');
      const authority = await startAuthority(folder, { vault: neighbours.url, secret: SECRET });
      try {
        const makeRequests = await prepare(authority.baseUrl, neighbours);
        progress(`${GRANTS} grants issued`);
        await sendAll(authority.port, await makeRequests(WARM_UP), CONCURRENCY);
        const requests = await makeRequests(DECISIONS);
        const cpuBefore = await authority.cpuSeconds();
        const seconds = await sendAll(authority.port, requests, CONCURRENCY);
        const perCpuSecond = DECISIONS / ((await authority.cpuSeconds()) - cpuBefore);
        const perSecond = DECISIONS / seconds;
        progress(`${perSecond.toFixed(0)} decisions a second`);
        const half = perSecond / 2;
        const paced = await makeRequests(Math.round(half * SECONDS_AT_HALF_LOAD));
        const times = await sendAtRate(authority.port, paced, half);
        const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
        const verifyRate = rawVerifyRate();
        const peer = 'node:crypto Ed25519 verify alone';
        const rate = (name: string, figure: number): Result => ({
          suite: 'token',
          name,
          figure,
          unit: '/s',
          peer,
          peerFigure: verifyRate,
          ratio: figure / verifyRate,
          target: `figure >= ${MIN_DECISIONS_A_SECOND}`,
          holds: figure >= MIN_DECISIONS_A_SECOND,
        });
        const latency = (name: string, figure: number): Result => ({
          suite: 'token',
          name,
          figure,
          unit: 'ms',
          peer,
          peerFigure: 1_000 / verifyRate,
          ratio: (figure * verifyRate) / 1_000,
          target: `figure < ${MAX_P99_MILLISECONDS}`,
          holds: figure < MAX_P99_MILLISECONDS,
        });
        return [
          rate('decisions at POST token, one core, embedded store', perSecond),
          rate('decisions at POST token a CPU second, embedded store', perCpuSecond),
          latency(`POST token at ${half.toFixed(0)} a second, p50`, p50),
          latency(`POST token at ${half.toFixed(0)} a second, p99`, p99),
        ];
      } finally {
        await authority.stop();
      }
    });
  } finally {
    neighbours.close();
  }
}

type Neighbours = Awaited<ReturnType<typeof playNeighbours>>;

async function prepare(baseUrl: string, neighbours: Neighbours) {
  const citizen = await neighbours.person('citizen');
  const agencies = await Promise.all(
    Array.from({ length: AGENCIES }, (_, number) => neighbours.person(`agency${number}`)),
  );
  const bearer = await citizen.bearer();
  const grants: {
    readonly agency: BenchPerson;
    readonly resource: string;
    readonly claim: string;
  }[] = [];
  for (let number = 0; number < GRANTS; number++) {
    const agency = agencies[number % AGENCIES] as BenchPerson;
    const resource = `${neighbours.url}citizen/facts/${number}.jsonld`;
    const grant = await issue(baseUrl, bearer, agency.webId, resource);
    const presentation = {
      '@context': ['https://www.w3.org/2018/credentials/v1'],
      type: ['VerifiablePresentation'],
      verifiableCredential: [grant],
    };
    const claim = Buffer.from(JSON.stringify(presentation)).toString('base64');
    grants.push({ agency, resource, claim });
  }
  const url = `${baseUrl}token`;
  return async (count: number): Promise<readonly Buffer[]> => {
    const proofs = await Promise.all(
      agencies.map((agency) => agency.dpop(url, Math.ceil(count / AGENCIES))),
    );
    return Promise.all(
      Array.from({ length: count }, async (_, turn) => {
        const { resource, claim } = grants[turn % GRANTS] as (typeof grants)[number];
        const headers = proofs[turn % AGENCIES]?.[Math.floor(turn / AGENCIES)] ?? '';
        const form = new URLSearchParams({
          grant_type: 'urn:ietf:params:oauth:grant-type:uma-ticket',
          ticket: await mintTicket(baseUrl, neighbours.url, resource),
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

async function issue(baseUrl: string, bearer: string, agency: string, resource: string) {
  const response = await fetch(`${baseUrl}issue`, {
    method: 'POST',
    headers: { Authorization: bearer, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      credential: {
        '@context': [
          'https://www.w3.org/2018/credentials/v1',
          'https://schema.inrupt.com/credentials/v2.jsonld',
        ],
        type: ['VerifiableCredential', 'SolidAccessGrant'],
        credentialSubject: {
          providedConsent: {
            mode: ['http://www.w3.org/ns/auth/acl#Read'],
            hasStatus: gc.ConsentStatusExplicitlyGiven,
            forPersonalData: [resource],
            forPurpose: ['https://w3id.org/dpv#ServiceProvision'],
            isProvidedTo: agency,
            inherit: false,
          },
        },
      },
    }),
  });
  if (response.status !== 201) throw new Error(`POST issue answered ${response.status}`);
  return (await response.json()) as object;
}

function mintTicket(baseUrl: string, vault: string, resource: string): Promise<string> {
  return new SignJWT({ permissions: [{ resource, modes: ['read'] }] })
    .setProtectedHeader({ alg: 'HS256', typ: 'uma-ticket+jwt' })
    .setIssuer(vault)
    .setAudience(baseUrl)
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .setExpirationTime('10 minutes')
    .sign(new TextEncoder().encode(SECRET));
}

/** How often this machine verifies an Ed25519 signature over 64 bytes, as a credential has, in a CPU second. */
function rawVerifyRate(): number {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const message = Buffer.alloc(64, 7);
  const signature = sign(null, message, privateKey);
  const before = process.cpuUsage();
  for (let count = 0; count < RAW_VERIFICATIONS; count++)
    verify(null, message, publicKey, signature);
  const { user, system } = process.cpuUsage(before);
  return RAW_VERIFICATIONS / ((user + system) / 1_000_000);
}
