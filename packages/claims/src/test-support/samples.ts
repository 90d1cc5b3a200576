import { hash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SourceParticipant } from '@grondslag/protocol';
import { CLAIMS_V1, CREDENTIALS_V2, g } from '@grondslag/vocab';
import { signCredential } from '../proof/sign-credential.ts';
import { generateSigningKey, type SigningKey } from '../proof/signing-key.ts';
import { encodeStatusBits, MIN_STATUS_LIST_BITS, setStatusBit } from '../status/status-bits.ts';

export const CITIZEN = 'http://localhost:7100/fatima/profile/card#me';
export const NOW = new Date('2026-03-01T12:00:00Z');
export const SIGNED_AT = new Date('2026-01-05T09:00:00Z');

export type Json = Record<string, unknown>;

export const diploma = {
  type: 'Diploma',
  title: 'Bachelor Verpleegkunde',
  level: 'EQF 6',
  institution: 'Hogeschool van Amsterdam',
  awardedOn: '2019-07-05',
};
export const income = { type: 'Income', year: '2025', amount: '21430.50', currency: 'EUR' };
export const residence = {
  type: 'Residence',
  street: 'Lindengracht',
  houseNumber: '12-B',
  postalCode: '1015 KD',
  city: 'Amsterdam',
  since: '2021-04-01',
};
export const household = { type: 'Household', adults: 1, children: 2, since: '2022-11-30' };

/** A source with its own web server on loopback, for its status lists. */
export interface SampleSource {
  readonly participant: SourceParticipant;
  readonly key: SigningKey;
  readonly statusList: string;
  /** Path → body, for whatever else the server should answer. */
  readonly bodies: Map<string, string>;
  /** Paths asked for, in order. */
  readonly requests: string[];
  /** A credential, not signed: `facts` are the members of its subject. */
  credential(type: string, facts: Json, more?: Json): Json;
  sign(credential: Json, key?: SigningKey): Promise<Json>;
  /** Publishes the status list, with these bits set; `list` are more members of its subject. */
  publish(revoked: readonly number[], more?: Json, list?: Json): Promise<void>;
  stop(): Promise<void>;
}

function etagOf(body: string): string {
  return `"${hash('sha256', body)}"`;
}

export async function startSampleSource(
  claimTypes: readonly string[] = [
    g.DiplomaCredential,
    g.IncomeCredential,
    g.ResidenceCredential,
    g.HouseholdCredential,
  ],
): Promise<SampleSource> {
  const bodies = new Map<string, string>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(path);
    const body = bodies.get(path);
    if (path === '/status/elsewhere') response.writeHead(302, { location: '/status/1' }).end();
    else if (path === '/status/silent') return;
    else if (body === undefined) response.writeHead(404).end();
    else if (request.headers['if-none-match'] === etagOf(body)) response.writeHead(304).end();
    else {
      const headers = { 'content-type': 'application/ld+json', etag: etagOf(body) };
      response.writeHead(200, headers).end(body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const { key } = await generateSigningKey(`${base}#key-1`);
  const statusList = `${base}status/1`;
  const participant: SourceParticipant = {
    id: base,
    name: { nl: 'Voorbeeldbron', en: 'Sample source' },
    claimTypes: [...claimTypes],
    keys: { [key.id]: key.publicKeyMultibase },
    statusLists: `${base}status/`,
  };
  let serial = 0;
  const source: SampleSource = {
    participant,
    key,
    statusList,
    bodies,
    requests,
    credential: (type, facts, more = {}) => ({
      '@context': [CREDENTIALS_V2, CLAIMS_V1],
      id: `${base}credentials/${++serial}`,
      type: ['VerifiableCredential', type],
      issuer: base,
      validFrom: '2026-01-05T09:00:00Z',
      validUntil: '2027-01-05T09:00:00Z',
      credentialSubject: { id: CITIZEN, ...facts },
      credentialStatus: {
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: '7',
        statusListCredential: statusList,
      },
      ...more,
    }),
    sign: (credential, by = key) => signCredential(credential, by, SIGNED_AT),
    async publish(revoked, more = {}, subject = {}) {
      const bits = new Uint8Array(MIN_STATUS_LIST_BITS / 8);
      for (const index of revoked) setStatusBit(bits, index);
      const list = {
        '@context': [CREDENTIALS_V2],
        id: statusList,
        type: ['VerifiableCredential', 'BitstringStatusListCredential'],
        issuer: base,
        validFrom: '2026-01-05T09:00:00Z',
        credentialSubject: {
          id: `${statusList}#list`,
          type: 'BitstringStatusList',
          statusPurpose: 'revocation',
          encodedList: await encodeStatusBits(bits, 'bitstring'),
          ...subject,
        },
        ...more,
      };
      bodies.set('/status/1', JSON.stringify(await source.sign(list)));
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  await source.publish([]);
  return source;
}
