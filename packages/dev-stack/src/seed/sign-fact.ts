import { randomInt } from 'node:crypto';
import {
  importSigningKey,
  MIN_STATUS_LIST_BITS,
  type SigningKey,
  signCredential,
} from '@grondslag/claims';
import { CLAIMS_V1, CREDENTIALS_V2 } from '@grondslag/vocab';
import type { StackState } from '../stack-state.ts';
import type { FactDraft } from './people.ts';
import { sourceId } from './sources.ts';

const YEAR = 365 * 24 * 60 * 60 * 1_000;

export interface FactSigning {
  readonly source: string;
  readonly key: SigningKey;
  readonly citizen: string;
  /** Place of this fact in the source's status list. */
  readonly statusIndex: number;
  readonly now: Date;
}

/** A fact as its source would hand it out: a VC 2.0 credential with an `eddsa-rdfc-2022` proof. */
export async function signFact(
  draft: FactDraft,
  { source, key, citizen, statusIndex, now }: FactSigning,
): Promise<object> {
  const validFrom = new Date(now.getTime() - (draft.flaw === 'expired' ? 2 * YEAR : YEAR / 12));
  const validUntil = new Date(now.getTime() + (draft.flaw === 'expired' ? -YEAR / 12 : YEAR));
  const list = `${source}/status/${draft.statusList ?? '1'}`;
  return signCredential(
    {
      '@context': [CREDENTIALS_V2, CLAIMS_V1],
      id: `urn:uuid:${crypto.randomUUID()}`,
      type: ['VerifiableCredential', draft.type],
      issuer: source,
      validFrom: seconds(validFrom),
      validUntil: seconds(validUntil),
      credentialStatus: {
        id: `${list}#${statusIndex}`,
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: String(statusIndex),
        statusListCredential: list,
      },
      credentialSubject: { id: citizen, ...draft.statement },
    },
    key,
    now,
  );
}

/** Signs a draft with the key of its source; resolves to the document. */
export type SignDraft = (draft: FactDraft, citizen: string) => Promise<string>;

/** The keys of all sources, and what they withdrew while signing: indexes in the status list, by the source's slug. */
export async function openSigners(
  sources: string,
  sourceKeys: StackState['sourceKeys'],
  now: Date,
): Promise<{ readonly sign: SignDraft; readonly revoked: StackState['revoked'] }> {
  const keys = new Map<string, SigningKey>();
  for (const { slug, privateKeyJwk } of sourceKeys) {
    keys.set(slug, await importSigningKey(`${sourceId(sources, slug)}#key-1`, privateKeyJwk));
  }
  const revoked: StackState['revoked'] = {};
  return {
    revoked,
    async sign(draft, citizen) {
      const key = keys.get(draft.source);
      if (!key) throw new TypeError(`The source ${draft.source} has no key.`);
      const statusIndex = randomInt(MIN_STATUS_LIST_BITS);
      if (draft.flaw === 'revoked') {
        revoked[draft.source] = [...(revoked[draft.source] ?? []), statusIndex];
      }
      const source = sourceId(sources, draft.source);
      const fact = await signFact(draft, { source, key, citizen, statusIndex, now });
      return JSON.stringify(fact, null, 2);
    },
  };
}

/** xsd:dateTime without fractions. */
export function seconds(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
