import {
  canonicalize,
  encodeStatusBits,
  generateSigningKey,
  MIN_STATUS_LIST_BITS,
  type SigningKey,
  setStatusBit,
  signCredential,
} from '@grondslag/claims';
import type { CredentialToVerify } from '@grondslag/claims/verify-many';
import type { SourceParticipant } from '@grondslag/protocol';
import { CLAIMS_V1, CREDENTIALS_V2, g } from '@grondslag/vocab';

const SOURCES = 5;
/** Each so manieth is revoked. */
const REVOKED = 50;
const SIGNED_AT = new Date('2026-01-05T09:00:00Z');
const validity = { validFrom: '2026-01-05T09:00:00Z', validUntil: '2036-01-05T09:00:00Z' };

/** A credential in the forms that are measured. */
export interface SignedClaim extends CredentialToVerify {
  readonly citizen: string;
  /** Canonical N-Quads of the document, of its proof without its value, and that value. */
  readonly canonical: string;
  readonly proofConfig: string;
  readonly proofValue: string;
}

export interface SignedClaims {
  readonly claims: readonly SignedClaim[];
  readonly sources: readonly SourceParticipant[];
  /** Address → signed status list. */
  readonly statusLists: ReadonlyMap<string, object>;
  /** How many of the first so many are not revoked. */
  holding(count: number): number;
  /** How many of the first so many answer the question. */
  answering(count: number): number;
}

interface SigningSource {
  readonly participant: SourceParticipant;
  readonly key: SigningKey;
  readonly list: string;
}

/** Signed income credentials of five sources, all different, each about a citizen of its own; one in 50 is revoked. */
export async function makeSignedClaims(count: number): Promise<SignedClaims> {
  const sources = await Promise.all(Array.from({ length: SOURCES }, (_, at) => makeSource(at)));
  const claims: SignedClaim[] = [];
  for (let serial = 0; serial < count; serial++) {
    claims.push(await sign(serial, sources[serial % SOURCES] as SigningSource));
  }
  const statusLists = new Map<string, object>();
  for (const [at, source] of sources.entries()) {
    statusLists.set(source.list, await makeStatusList(source, at, count));
  }
  const serials = (upTo: number) => Array.from({ length: upTo }, (_, serial) => serial);
  return {
    claims,
    sources: sources.map(({ participant }) => participant),
    statusLists,
    holding: (upTo) => serials(upTo).filter((serial) => !isRevoked(serial)).length,
    answering: (upTo) =>
      serials(upTo).filter(
        (serial) => !isRevoked(serial) && yearOf(serial) === '2024' && amountOf(serial) > 50_000,
      ).length,
  };
}

const isRevoked = (serial: number) => serial % REVOKED === REVOKED - 1;
const yearOf = (serial: number) => String(2020 + (Math.floor(serial / SOURCES) % 5));
const amountOf = (serial: number) => 20_000 + ((serial * 7_919) % 60_000);

async function makeSource(at: number): Promise<SigningSource> {
  const id = `https://tax${at}.example/`;
  const { key } = await generateSigningKey(`${id}#key-1`);
  const participant: SourceParticipant = {
    id,
    name: { nl: 'Belasting' },
    claimTypes: [g.IncomeCredential],
    keys: { [key.id]: key.publicKeyMultibase },
    statusLists: `${id}status/`,
  };
  return { participant, key, list: `${id}status/1` };
}

async function sign(serial: number, { participant, key, list }: SigningSource) {
  const citizen = `https://vault.example/citizen-${serial}/profile/card#me`;
  const document = {
    '@context': [CREDENTIALS_V2, CLAIMS_V1],
    id: `urn:uuid:${crypto.randomUUID()}`,
    type: ['VerifiableCredential', 'IncomeCredential'],
    issuer: participant.id,
    ...validity,
    credentialStatus: {
      id: `${list}#${serial}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(serial),
      statusListCredential: list,
    },
    credentialSubject: {
      id: citizen,
      income: {
        type: 'Income',
        year: yearOf(serial),
        amount: `${amountOf(serial)}.${String((serial * 31) % 100).padStart(2, '0')}`,
        currency: 'EUR',
      },
    },
  };
  const signed = await signCredential(document, key, SIGNED_AT);
  const { proofValue, ...config } = signed.proof;
  return {
    resource: `https://vault.example/citizen-${serial}/facts/income`,
    text: JSON.stringify(signed),
    citizen,
    canonical: await canonicalize(document),
    proofConfig: await canonicalize({ '@context': document['@context'], ...config }),
    proofValue,
  };
}

async function makeStatusList(
  { participant, key, list }: SigningSource,
  at: number,
  count: number,
) {
  const bits = new Uint8Array(Math.max(MIN_STATUS_LIST_BITS, 2 ** Math.ceil(Math.log2(count))) / 8);
  for (let serial = at; serial < count; serial += SOURCES) {
    if (isRevoked(serial)) setStatusBit(bits, serial);
  }
  return await signCredential(
    {
      '@context': [CREDENTIALS_V2],
      id: list,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: participant.id,
      ...validity,
      credentialSubject: {
        id: `${list}#list`,
        type: 'BitstringStatusList',
        statusPurpose: 'revocation',
        encodedList: await encodeStatusBits(bits, 'bitstring'),
      },
    },
    key,
    SIGNED_AT,
  );
}
