import {
  type ClaimSource,
  type CredentialDescription,
  createKeyResolver,
  createPartVerifier,
  describeCredential,
  findKeys,
  type HoldingProof,
  type KeyRefusal,
  type LeftOutReason,
  type NarrowedClaim,
  type ProofVerification,
  readStored,
  type StatusMessage,
  type StoredCredential,
  type TrustList,
  verifyStored,
} from '@grondslag/claims';
import { suitesFor } from './choose-suite.ts';
import { type JudgedArticle, judgeArticles, judgedBySignature } from './judge-articles.ts';
import type { CredentialFile } from './read-credential.ts';

/** What was found about one credential. */
export interface CheckedCredential {
  readonly file: string;
  /**
   * - `verified`: the policy holds, it may be acted on
   * - `signed`: its signature holds, and nobody says whether to believe its issuer
   * - `left-out`: not to be used, for `reason`
   */
  readonly verdict: 'verified' | 'signed' | 'left-out';
  readonly reason?: LeftOutReason;
  readonly detail?: string;
  /** What was signed; absent as long as no signature holds. */
  readonly says?: CredentialDescription;
  readonly proof?: HoldingProof;
  /** Why there is no key for a proof, by its verification method. */
  readonly keysRefused?: Readonly<Record<string, KeyRefusal>>;
  readonly source?: ClaimSource;
  readonly articles: readonly JudgedArticle[];
  readonly holdsAt: Date;
  readonly statusCheckedAt?: Date;
  readonly statusMessages?: readonly StatusMessage[];
}

export interface CheckOptions {
  /** `undefined`: nobody says whom to believe. */
  readonly trust: TrustList | undefined;
  /** Hosts that may be asked for documents of `did:web` and https methods. */
  readonly hosts: readonly string[];
  /** Whom it must be about; `undefined`: whoever it says. */
  readonly about: string | undefined;
  readonly maxAgeDays: number | undefined;
  readonly now: () => Date;
}

/** The checked credential, and the claim when it may be acted on. */
export interface Check {
  readonly checked: CheckedCredential;
  readonly claim?: NarrowedClaim;
}

/** Checks credentials one by one; keeps their status lists. */
export function createCheck(options: CheckOptions): (file: CredentialFile) => Promise<Check> {
  const { trust, hosts, about, maxAgeDays, now } = options;
  const resolve = createKeyResolver({
    pinned: pinnedKeys(trust),
    methods: hosts.length > 0 ? ['did:key', 'did:web', 'https'] : ['did:key'],
    hosts,
    fetch,
    now,
  });
  const verifier =
    trust &&
    createPartVerifier({ trust, fetch, now, ...(hosts.length > 0 && { resolveKey: resolve }) });

  async function verifySignature(file: CredentialFile, stored: StoredCredential | undefined) {
    const proofs = stored?.proofs ?? [];
    const keys = await findKeys({ proof: proofs }, resolve, now);
    const suites = await suitesFor(proofs);
    const publicKey = keys.publicKey;
    const proof = await verifyStored(file.text, file.form, { publicKey, now, suites });
    return { proof, refused: Object.fromEntries(keys.refused) };
  }

  return async (file) => {
    const at = now();
    const stored = await readStored(file.text, file.form).catch(() => undefined);
    const { proof, refused } = await verifySignature(file, stored);
    const says = proof.verified ? describeCredential(proof.canonical) : undefined;
    const found = {
      file: file.name,
      ...(says && { says }),
      ...(proof.verified && { proof: proofOf(proof) }),
      ...(Object.keys(refused).length > 0 && { keysRefused: refused }),
      holdsAt: at,
    };
    const notAsked = { P7: about === undefined, P9: maxAgeDays === undefined };
    if (!verifier || file.form !== 'application/ld+json') {
      return { checked: { ...found, ...judgeSignature(proof, notAsked) } };
    }
    const citizen = about ?? says?.subjects[0] ?? '';
    const outcome = await verifier.verify(file.resource, file.text, citizen, () => maxAgeDays);
    if (!outcome.verified) {
      const { reason, detail, source, holdsAt = at } = outcome.leftOut;
      const left: CheckedCredential = {
        ...found,
        verdict: 'left-out',
        reason,
        ...(detail !== undefined && { detail }),
        ...(source && { source }),
        articles: judgeArticles(reason, notAsked),
        holdsAt,
      };
      return { checked: left };
    }
    const { claim } = outcome;
    const { source, holdsAt, statusCheckedAt, statusMessages } = claim;
    const checked: CheckedCredential = {
      ...found,
      verdict: 'verified',
      source,
      articles: judgeArticles(undefined, notAsked),
      holdsAt,
      statusCheckedAt,
      ...(statusMessages && { statusMessages }),
    };
    return { checked, claim };
  };
}

function judgeSignature(
  proof: ProofVerification,
  notAsked: { readonly P7: boolean; readonly P9: boolean },
): Pick<CheckedCredential, 'verdict' | 'reason' | 'articles'> {
  if (proof.verified) return { verdict: 'signed', articles: judgedBySignature };
  const reason = proof.reason === 'unknown_key' ? 'unknown_issuer' : proof.reason;
  return { verdict: 'left-out', reason, articles: judgeArticles(reason, notAsked) };
}

function proofOf({ verificationMethod, cryptosuite, proofPurpose, created }: HoldingProof) {
  return { verificationMethod, cryptosuite, proofPurpose, ...(created && { created }) };
}

function pinnedKeys(trust: TrustList | undefined) {
  const keys = (trust?.issuers ?? []).flatMap(({ id, keys }) =>
    Object.entries(keys).map(([method, publicKey]) => [method, { publicKey, controller: id }]),
  );
  return Object.fromEntries(keys);
}
