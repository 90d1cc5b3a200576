import { type SigningKey, signCredential } from '@grondslag/claims';
import { CLAIMS_V1, CREDENTIALS_V2 } from '@grondslag/vocab';
import type { FactDraft } from './people.ts';

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
  const list = `${source}/status/1`;
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

/** xsd:dateTime without fractions. */
export function seconds(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
