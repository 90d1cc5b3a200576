import { randomUUID } from 'node:crypto';
import {
  type Contexts,
  encodeStatusBits,
  generateSigningKey,
  MIN_STATUS_LIST_BITS,
  type SigningKey,
  setStatusBit,
  signCredential,
} from '@grondslag/claims';
import type { SourceParticipant } from '@grondslag/protocol';
import { CLAIMS_V1, CREDENTIALS_V2, g, XSD } from '@grondslag/vocab';
import { type PlayedServer, playServer } from './play-server.ts';

/** A source that signs facts and publishes a real status list. */
export interface PlayedSource {
  readonly participant: SourceParticipant;
  readonly server: PlayedServer;
  /** A signed income of 2025, as text; `index` is its place in the status list, of which 7 is revoked. */
  income(citizen: string, index?: number, daysAgo?: number): Promise<string>;
  /** A signed income of 2025, as text, that names a context beside those of the kit. */
  incomeNaming(citizen: string, context: string, contexts: Contexts): Promise<string>;
  /** A signed household, as text. */
  household(citizen: string): Promise<string>;
  /** A signed library card, as text: a kind that is not of the kit. */
  libraryCard(citizen: string): Promise<string>;
}

const REVOKED_INDEX = 7;
const HOUR_MILLISECONDS = 3_600_000;

export async function playSource(): Promise<PlayedSource> {
  const server = await playServer();
  const id = `${server.url}register`;
  const { key } = await generateSigningKey(`${id}#key-1`);
  const list = `${id}/status/1`;
  const signedList = await signStatusList(id, list, key);
  server.answer = ({ path }) =>
    path === '/register/status/1'
      ? { headers: { 'content-type': 'application/vc' }, body: JSON.stringify(signedList) }
      : { status: 404 };

  async function fact(
    type: string,
    subject: object,
    { index, daysAgo = 0, context = [], contexts }: FactOptions,
  ): Promise<string> {
    const stated = -HOUR_MILLISECONDS - daysAgo * 24 * HOUR_MILLISECONDS;
    const credential = {
      '@context': [CREDENTIALS_V2, CLAIMS_V1, ...context],
      id: `urn:uuid:${randomUUID()}`,
      type: ['VerifiableCredential', type],
      issuer: id,
      validFrom: dateTime(stated),
      validUntil: dateTime(HOUR_MILLISECONDS),
      credentialStatus: {
        id: `${list}#${index}`,
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: String(index),
        statusListCredential: list,
      },
      credentialSubject: subject,
    };
    return JSON.stringify(await signCredential(credential, key, new Date(), contexts));
  }
  const income = { type: 'Income', year: '2025', amount: '23400.00', currency: 'EUR' };

  return {
    server,
    participant: {
      id,
      name: { nl: 'Register (voorbeeld)' },
      claimTypes: [g.IncomeCredential, g.HouseholdCredential, `${LIBRARY}LibraryCardCredential`],
      keys: { [key.id]: key.publicKeyMultibase },
      statusLists: `${id}/status/`,
    },
    income: (citizen, index = 1, daysAgo = 0) =>
      fact('IncomeCredential', { id: citizen, income }, { index, daysAgo }),
    incomeNaming: (citizen, context, contexts) =>
      fact('IncomeCredential', { id: citizen, income }, { index: 1, context: [context], contexts }),
    household: (citizen) =>
      fact(
        'HouseholdCredential',
        {
          id: citizen,
          household: { type: 'Household', adults: 2, children: 1, since: '2020-01-01' },
        },
        { index: 2 },
      ),
    libraryCard: (citizen) =>
      fact(
        `${LIBRARY}LibraryCardCredential`,
        { id: citizen, [`${LIBRARY}libraryCard`]: libraryCard },
        { index: 3 },
      ),
  };
}

const LIBRARY = 'https://library.example/terms#';
const typed = (type: string, value: string) => ({ '@type': `${XSD}${type}`, '@value': value });
const libraryCard = {
  type: `${LIBRARY}LibraryCard`,
  [`${LIBRARY}cardNumber`]: 'B-1203',
  [`${LIBRARY}isForChildren`]: typed('boolean', 'false'),
  [`${LIBRARY}fine`]: typed('decimal', '1.50'),
  [`${LIBRARY}fineCurrency`]: 'EUR',
};

interface FactOptions {
  readonly index: number;
  readonly daysAgo?: number;
  readonly context?: readonly string[];
  readonly contexts?: Contexts;
}

async function signStatusList(source: string, id: string, key: SigningKey): Promise<object> {
  const bits = new Uint8Array(MIN_STATUS_LIST_BITS / 8);
  setStatusBit(bits, REVOKED_INDEX);
  return signCredential(
    {
      '@context': [CREDENTIALS_V2],
      id,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: source,
      validFrom: dateTime(-HOUR_MILLISECONDS),
      validUntil: dateTime(HOUR_MILLISECONDS),
      credentialSubject: {
        id: `${id}#list`,
        type: 'BitstringStatusList',
        statusPurpose: 'revocation',
        encodedList: await encodeStatusBits(bits, 'bitstring'),
      },
    },
    key,
    new Date(),
  );
}

function dateTime(fromNowMilliseconds: number): string {
  return new Date(Date.now() + fromNowMilliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}
