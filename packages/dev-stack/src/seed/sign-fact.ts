import { createHash } from 'node:crypto';
import {
  addProof,
  importSigningKey,
  issueCredential,
  MIN_STATUS_LIST_BITS,
  type SigningKey,
} from '@grondslag/claims';
import { CLAIMS_V1, CREDENTIALS_V2 } from '@grondslag/vocab';
import type { StackState } from '../stack-state.ts';
import type { FactDraft } from './people.ts';
import { sourceId, sourceKeyId } from './sources.ts';

/** The status list of what a source suspended, and the one place on it that all of that has. */
export const SUSPENSIONS = 'suspended';
export const SUSPENDED = 0;

const YEAR = 365 * 24 * 60 * 60 * 1_000;

/** The two keys of a source. */
export interface SourceKeys {
  readonly whole: SigningKey;
  readonly parts: SigningKey;
}

export interface FactSigning {
  readonly source: string;
  readonly keys: SourceKeys;
  readonly citizen: string;
  /** `id` of the credential; says its place in the source's status list. */
  readonly id: string;
  readonly now: Date;
}

/**
 * A fact as its source would hand it out: a VC 2.0 credential with an `eddsa-rdfc-2022` proof, and an `ecdsa-sd-2023`
 * base proof from which its vault server derives what shows less.
 */
export async function signFact(
  draft: FactDraft,
  { source, keys, citizen, id, now }: FactSigning,
): Promise<object> {
  const validFrom = new Date(now.getTime() - (draft.flaw === 'expired' ? 2 * YEAR : YEAR / 12));
  const validUntil = new Date(now.getTime() + (draft.flaw === 'expired' ? -YEAR / 12 : YEAR));
  const revocation = statusEntry(
    `${source}/status/${draft.statusList ?? '1'}`,
    'revocation',
    statusIndexOf(id),
  );
  const suspension = statusEntry(`${source}/status/${SUSPENSIONS}`, 'suspension', SUSPENDED);
  const divisible = await issueCredential(
    {
      '@context': [CREDENTIALS_V2, draft.context ?? CLAIMS_V1],
      id,
      type: ['VerifiableCredential', draft.type],
      issuer: source,
      validFrom: seconds(validFrom),
      validUntil: seconds(validUntil),
      credentialStatus: draft.flaw === 'suspended' ? [revocation, suspension] : revocation,
      credentialSubject: { id: subjectOf(draft, citizen), ...draft.statement },
    },
    { suite: 'ecdsa-sd-2023', key: keys.parts, now },
  );
  return addProof(divisible, { suite: 'eddsa-rdfc-2022', key: keys.whole, now });
}

function statusEntry(list: string, purpose: 'revocation' | 'suspension', index: number): object {
  return {
    id: `${list}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: list,
  };
}

function subjectOf({ flaw }: FactDraft, citizen: string): string {
  return flaw === 'about-another' ? new URL('/somebody/profile/card#me', citizen).href : citizen;
}

/** Place of a credential in the status list: from its id, so that a source of the demo needs no register of places. */
export function statusIndexOf(credential: string): number {
  return createHash('sha256').update(credential).digest().readUInt32BE() % MIN_STATUS_LIST_BITS;
}

/** Signs a draft with the key of its source; resolves to the document. */
export type SignDraft = (draft: FactDraft, citizen: string) => Promise<string>;

/** The keys of all sources, and what they withdrew while signing: indexes in the status list, by the source's slug. */
export async function openSigners(
  sources: string,
  sourceKeys: StackState['sourceKeys'],
  now: Date,
): Promise<{ readonly sign: SignDraft; readonly revoked: StackState['revoked'] }> {
  const keysOf = new Map<string, SourceKeys>();
  for (const { slug, privateKeyJwk, forParts } of sourceKeys) {
    keysOf.set(slug, {
      whole: await importSigningKey(sourceKeyId(sources, slug, 'whole'), privateKeyJwk),
      parts: await importSigningKey(sourceKeyId(sources, slug, 'parts'), forParts.privateKeyJwk),
    });
  }
  const revoked: StackState['revoked'] = {};
  return {
    revoked,
    async sign(draft, citizen) {
      const keys = keysOf.get(draft.source);
      if (!keys) throw new TypeError(`The source ${draft.source} has no key.`);
      const id = `urn:uuid:${crypto.randomUUID()}`;
      if (draft.flaw === 'revoked') {
        revoked[draft.source] = [...(revoked[draft.source] ?? []), statusIndexOf(id)];
      }
      const source = sourceId(sources, draft.source);
      const fact = await signFact(draft, { source, keys, citizen, id, now });
      return JSON.stringify(fact, null, 2);
    },
  };
}

/** xsd:dateTime without fractions. */
export function seconds(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
