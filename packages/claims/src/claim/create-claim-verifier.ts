import type { SourceParticipant } from '@grondslag/protocol';
import { andThen } from '../and-then.ts';
import type { Contexts } from '../canonicalize/contexts.ts';
import type { StoredForm } from '../forms/verify-stored.ts';
import type { KeyResolver } from '../issuers/key-resolution.ts';
import { iriOf } from '../nquads/written-terms.ts';
import type { PlatformCrypto } from '../proof/platform-crypto.ts';
import { createStatusChecker } from '../status/check-status.ts';
import type { Suite } from '../suites/suite.ts';
import { findTrusted } from '../trust/find-trusted.ts';
import type { TrustListSource } from '../trust/load-trust-list.ts';
import { holdsAt, type TrustList, trustListOf } from '../trust/trust-list.ts';
import { type CitizenSubjects, isCitizen } from './citizen-subjects.ts';
import { type ClaimKind, type ClaimKinds, claimTypeOf, kindOf } from './claim-kinds.ts';
import type { Envelope } from './envelope.ts';
import type { Fact, PartOfFact } from './fact.ts';
import { type Judged, judgeStanding } from './judge-standing.ts';
import { type FactReading, readFact, readPartOfFact } from './read-fact.ts';
import { readSigned, type Signed, sourceOf } from './read-signed.ts';
import { judgeLink, type SubjectLink } from './subject-link.ts';
import { readUnknownFact } from './unknown-fact.ts';
import type {
  ClaimVerification,
  Left,
  LeftOut,
  NarrowedClaim,
  VerifiedClaim,
} from './verified-claim.ts';

export { MAX_CREDENTIAL_BYTES } from './read-signed.ts';

/** Whom to believe: sources that the caller knows already, or a signed trust list. */
export type Trust =
  | { readonly sources: readonly SourceParticipant[] }
  | { readonly trust: TrustList | TrustListSource };

export type ClaimVerifierOptions = Trust & {
  /** For status lists only; give it no tokens. */
  readonly fetch: typeof fetch;
  readonly now?: () => Date;
  /** Of `createKeyResolver`: for issuers on the list that have no pinned key. */
  readonly resolveKey?: KeyResolver;
  /** Kinds of claim beside those of the kit, from their shapes: `claimKindsOf(await readShapes(…))`. */
  readonly kinds?: ClaimKinds;
  /** What checks `eddsa-rdfc-2022`, such as `createSodiumCrypto`; else what the runtime has. */
  readonly platform?: PlatformCrypto;
  /** Of `createContexts`: contexts beside those of `@grondslag/vocab`, for credentials and status lists. */
  readonly contexts?: Contexts;
  /** Suites beside those of this package, such as `bbs2023` of `@grondslag/claims/bbs`. */
  readonly suites?: readonly Suite[];
};

/** How old a claim may be for the need it answers, in days; `undefined`: as old as its dates allow. */
export type MaxAgeDays = (claim: {
  readonly resource: string;
  readonly claimType: string;
}) => number | undefined;

export interface ClaimVerifier<Claim extends NarrowedClaim = VerifiedClaim> {
  /**
   * Checks one credential as it was read from a vault.
   *
   * @param resource where it was read
   * @param text the body
   * @param citizen whom it must be about: a WebID, or a WebID and what is linked to it
   * @param form of the body; JSON-LD when left out
   */
  verify(
    resource: string,
    text: string,
    citizen: string | CitizenSubjects,
    maxAgeDays?: MaxAgeDays,
    form?: StoredForm,
  ): Promise<ClaimVerification<Claim>>;

  /**
   * Checks a credential that says that a WebID is also known as something else (`g:SubjectLinkCredential`), with
   * the same articles of policy. What it gives can be a `linked` subject of this citizen, now.
   */
  verifyLink(
    resource: string,
    text: string,
    webId: string,
    form?: StoredForm,
  ): Promise<LinkVerification>;
}

export type LinkVerification =
  | { readonly verified: true; readonly link: SubjectLink }
  | { readonly verified: false; readonly leftOut: LeftOut };

/**
 * Decides which credentials are facts: signed by a source on the list, under a key pinned for that source,
 * of a kind it may state, about this citizen, within its dates, fresh enough, and not revoked.
 *
 * Every decision reads the signed N-Quads, never the document they came from; all of one verification are for
 * one instant, `holdsAt`.
 *
 * @throws {TypeError} when two sources share a verification method, or a status list base is not a URL
 * @throws {ClaimsError} `invalid_key` when a pinned key is not a Multikey of a kind that a suite here uses
 */
export function createClaimVerifier(options: ClaimVerifierOptions): ClaimVerifier {
  return createVerifier(options, ({ statements, envelope }, kind) =>
    readFact(statements, envelope, kind),
  );
}

/**
 * As `createClaimVerifier`; takes parts of facts too, shown under a proof that allows it. A fact under another proof has
 * to be whole.
 */
export function createPartVerifier(options: ClaimVerifierOptions): ClaimVerifier<NarrowedClaim> {
  return createVerifier(options, ({ statements, envelope, isPart }, kind) =>
    isPart ? readPartOfFact(statements, envelope, kind) : readFact(statements, envelope, kind),
  );
}

type ClaimWith<Read> = Omit<VerifiedClaim, 'fact'> & { readonly fact: Read };

function createVerifier<Read extends PartOfFact>(
  options: ClaimVerifierOptions,
  readContent: (signed: Signed, kind: ClaimKind) => FactReading<Read>,
): ClaimVerifier<ClaimWith<Read>> {
  const {
    fetch,
    now = () => new Date(),
    kinds = new Map(),
    resolveKey,
    platform,
    contexts,
    suites,
  } = options;
  const currentTrust = followTrust(options);
  const statuses = createStatusChecker({
    fetch,
    now,
    ...(resolveKey && { resolveKey }),
    ...(contexts && { contexts }),
  });

  function read(
    text: string,
    form: StoredForm | undefined,
    at: Date,
  ): Signed | Left | Promise<Signed | Left> {
    return andThen(currentTrust(), (trust) =>
      trust && holdsAt(trust, at)
        ? readSigned(text, trust, at, { resolveKey, platform, contexts, suites, form })
        : { reason: 'trust_unknown' },
    );
  }

  async function judge(
    resource: string,
    text: string,
    citizen: string | CitizenSubjects,
    maxAgeDays: MaxAgeDays | undefined,
    form: StoredForm | undefined,
    at: Date,
  ): Promise<ClaimWith<Read> | Left> {
    const reading = read(text, form, at);
    const signed: Signed | Left = reading instanceof Promise ? await reading : reading;
    if ('reason' in signed) return signed;
    const { proof, envelope, issuer, isPart, isDivisible } = signed;
    const source = sourceOf(issuer);
    const leave = (left: Omit<Left, 'source'>): Left => ({ ...left, source, ...nameOf(envelope) });

    const subject = iriOf(envelope.subject);
    const isAboutCitizen = subject !== undefined && isCitizen(subject, citizen, at);
    const kind = kindOf(envelope, kinds);
    if (!kind) {
      const fact = isAboutCitizen ? readUnknownFact(proof.canonical) : undefined;
      return leave({ reason: 'unknown_claim', ...(fact && { fact }) });
    }
    const { claimType } = kind;
    if (!issuer.claimTypes.includes(claimType)) {
      return leave({ reason: 'issuer_not_trusted_for_claim' });
    }
    if (!isAboutCitizen) {
      return leave({ reason: 'wrong_subject' });
    }
    const content = readContent(signed, kind);
    if (!content.read) return leave({ reason: 'unknown_claim', detail: content.detail });
    const { fact } = content;

    const maxAge = maxAgeDays?.({ resource, claimType });
    const judging = judgeStanding(signed, statuses, maxAge, claimType, at);
    const standing: Judged = judging instanceof Promise ? await judging : judging;
    if ('reason' in standing) {
      // Under another proof it was read as a whole.
      if (isPart) return leave(standing);
      return leave({ ...standing, fact: fact as Fact, ...(isDivisible && { divisible: true }) });
    }
    const { id, validFrom, validUntil } = envelope;
    return {
      resource,
      graph: proof.graph,
      canonical: proof.canonical,
      credential: id,
      claimType,
      source,
      subject,
      fact,
      validFrom,
      ...(validUntil && { validUntil }),
      holdsAt: at,
      statusCheckedAt: standing.checkedAt,
      ...(standing.messages.length > 0 && { statusMessages: standing.messages }),
      ...(isDivisible && { divisible: true }),
      ...(isPart && { derived: true }),
    };
  }

  return {
    async verify(resource, text, citizen, maxAgeDays, form) {
      const at = now();
      const outcome = await judge(resource, text, citizen, maxAgeDays, form, at);
      return 'reason' in outcome
        ? { verified: false, leftOut: { resource, ...outcome, holdsAt: at } }
        : { verified: true, claim: outcome };
    },
    async verifyLink(resource, text, webId, form) {
      const at = now();
      const signed = await read(text, form, at);
      const outcome =
        'reason' in signed ? signed : await judgeLink(signed, { resource, webId, at }, statuses);
      return 'reason' in outcome
        ? { verified: false, leftOut: { resource, ...outcome, holdsAt: at } }
        : { verified: true, link: outcome };
    },
  };
}

/** What its source calls it, and its type. */
function nameOf(envelope: Envelope): Pick<LeftOut, 'credential' | 'claimType'> {
  const claimType = claimTypeOf(envelope);
  return { credential: envelope.id, ...(claimType !== undefined && { claimType }) };
}

/** `undefined` from a list that is not to be had: then nobody is believed. */
function followTrust(options: Trust): () => Promise<TrustList | undefined> | TrustList {
  const trust = 'trust' in options ? options.trust : trustListOf(options.sources);
  if ('current' in trust) return () => trust.current().catch(() => undefined);
  const list = trust;
  findTrusted(list);
  return () => list;
}
