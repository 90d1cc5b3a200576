import {
  type ClaimSource,
  type Contexts,
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
import { moreSuites } from './choose-suite.ts';
import { type JudgedArticle, judgeArticles, judgedBySignature } from './judge-articles.ts';
import type { CredentialFile } from './read-credential.ts';

/** What was found about one credential. */
export interface CheckedCredential {
  readonly file: string;
  /**
   * - `verified`: the policy holds, it may be acted on
   * - `signed`: its issuer signed it; nobody says whether to believe that issuer
   * - `left-out`: not to be used, for `reason`
   */
  readonly verdict: 'verified' | 'signed' | 'left-out';
  readonly reason?: LeftOutReason;
  readonly detail?: string;
  /** What its issuer signed; absent as long as no signature of that issuer holds. */
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
  /** Of `createContexts`: contexts beside those of the kit. */
  readonly contexts?: Contexts;
}

/** The checked credential, and the claim when it may be acted on. */
export interface Check {
  readonly checked: CheckedCredential;
  readonly claim?: NarrowedClaim;
}

interface Signature {
  readonly proof: ProofVerification;
  readonly refused: Readonly<Record<string, KeyRefusal>>;
  /** As signed by whomever. */
  readonly says?: CredentialDescription;
  /** The proof that is of the issuer it names. */
  readonly own?: HoldingProof;
}

/** Checks credentials one by one; keeps their status lists. */
export function createCheck(options: CheckOptions): (file: CredentialFile) => Promise<Check> {
  const { trust, hosts, about, maxAgeDays, now, contexts } = options;
  const more = { suites: moreSuites, ...(contexts && { contexts }) };
  const resolve = createKeyResolver({
    pinned: pinnedKeys(trust),
    methods: hosts.length > 0 ? ['did:key', 'did:web', 'https'] : ['did:key'],
    hosts,
    fetch,
    now,
  });
  const verifier =
    trust &&
    createPartVerifier({
      trust,
      fetch,
      now,
      ...more,
      ...(hosts.length > 0 && { resolveKey: resolve }),
    });

  async function verifySignature(
    file: CredentialFile,
    stored: StoredCredential | undefined,
  ): Promise<Signature> {
    const proofs = stored?.proofs ?? [];
    const keys = await findKeys({ proof: proofs }, resolve, now);
    const publicKey = keys.publicKey;
    const proof = await verifyStored(file.text, file.form, { publicKey, now, ...more });
    const says = proof.verified ? describeCredential(proof.canonical) : undefined;
    const refused = Object.fromEntries(keys.refused);
    if (!proof.verified || !says) return { proof, refused };
    // Anybody can name anybody as the issuer, and sign with a key of their own.
    const own = (proof.proofs ?? [proof]).find(
      ({ verificationMethod }) => keys.controllerOf(verificationMethod) === says.issuer,
    );
    return { proof, refused, says, ...(own && { own: proofOf(own) }) };
  }

  return async (file) => {
    const at = now();
    const stored = await readStored(file.text, file.form, contexts).catch(() => undefined);
    const signature = await verifySignature(file, stored);
    const { refused, says, own } = signature;
    const found = {
      file: file.name,
      ...(says && own && { says, proof: own }),
      ...(Object.keys(refused).length > 0 && { keysRefused: refused }),
      holdsAt: at,
    };
    const notAsked = { P7: about === undefined, P9: maxAgeDays === undefined };
    if (!verifier) return { checked: { ...found, ...judgeSignature(signature, notAsked) } };
    const citizen = about ?? says?.subjects[0] ?? '';
    const { resource, text, form } = file;
    const outcome = await verifier.verify(resource, text, citizen, () => maxAgeDays, form);
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
  { proof, says, own }: Signature,
  notAsked: { readonly P7: boolean; readonly P9: boolean },
): Pick<CheckedCredential, 'verdict' | 'reason' | 'detail' | 'articles'> {
  if (proof.verified && own) return { verdict: 'signed', articles: judgedBySignature };
  if (proof.verified && says) {
    const reason = 'invalid_proof';
    const detail = 'the key that signed it is not of its issuer';
    return { verdict: 'left-out', reason, detail, articles: judgeArticles(reason, notAsked) };
  }
  const reason = proof.verified ? 'not_a_credential' : reasonOf(proof.reason);
  return { verdict: 'left-out', reason, articles: judgeArticles(reason, notAsked) };
}

function reasonOf(
  reason: Extract<ProofVerification, { verified: false }>['reason'],
): LeftOutReason {
  return reason === 'unknown_key' ? 'unknown_issuer' : reason;
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
