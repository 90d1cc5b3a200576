import { claimTypes, type SourceParticipant } from '@grondslag/protocol';
import { decodePublicKey } from '../proof/multikey.ts';
import { verifyProof } from '../proof/verify-proof.ts';
import { createStatusChecker } from '../status/check-status.ts';
import { readEnvelope, readValidity } from './envelope.ts';
import { claimShapes } from './fact.ts';
import { readFact } from './read-fact.ts';
import { isIri, parseStatements } from './statements.ts';
import { vc } from './terms.ts';
import type { ClaimVerification, LeftOut, LeftOutReason } from './verified-claim.ts';

/** Larger credentials are not read: a fact takes 2 kB. */
export const MAX_CREDENTIAL_BYTES = 262_144;

export interface ClaimVerifierOptions {
  /** Whom to believe, about what, under which keys: a closed list. */
  readonly sources: readonly SourceParticipant[];
  /** For status lists only; give it no tokens. */
  readonly fetch: typeof fetch;
  readonly now?: () => Date;
}

export interface ClaimVerifier {
  /**
   * Checks one credential as it was read from a vault.
   *
   * @param resource where it was read
   * @param text the body, JSON
   * @param citizen WebID it must be about
   */
  verify(resource: string, text: string, citizen: string): Promise<ClaimVerification>;
}

/**
 * Decides which credentials are facts: signed by a source on the list, under a key pinned for that source,
 * of a kind it may state, about this citizen, within its dates, and not revoked.
 *
 * Every decision reads the signed N-Quads, never the document they came from.
 *
 * @throws {TypeError} when two sources share a verification method, or a status list base is not a URL
 * @throws {ClaimsError} `invalid_key` when a pinned key is not an Ed25519 Multikey
 */
export function createClaimVerifier(options: ClaimVerifierOptions): ClaimVerifier {
  const { sources, fetch, now = () => new Date() } = options;
  const pinned = pinKeys(sources);
  const issuers = new Set(sources.map((source) => source.id));
  const statuses = createStatusChecker({ fetch, now });

  async function judge(
    text: string,
    citizen: string,
    leave: (
      reason: LeftOutReason,
      more?: Omit<LeftOut, 'resource' | 'reason'>,
    ) => ClaimVerification,
    resource: string,
  ): Promise<ClaimVerification> {
    if (isLongerThan(text, MAX_CREDENTIAL_BYTES)) return leave('too_large');
    const credential = parseJson(text);
    if (!credential) return leave('not_json');

    const proof = await verifyProof(credential.json, (id) => pinned.get(id)?.publicKey, now);
    if (!proof.verified) {
      if (proof.reason !== 'unknown_key') return leave(proof.reason);
      // Only to choose the words: a known source with a foreign key is an attempt, a stranger is a stranger.
      return issuers.has(claimedIssuer(credential.json) ?? '')
        ? leave('invalid_proof', { detail: 'verification method is not pinned for this source' })
        : leave('unknown_issuer');
    }
    const source = pinned.get(proof.verificationMethod)?.source as SourceParticipant;

    const statements = parseStatements(proof.canonical);
    const envelope = statements && readEnvelope(statements);
    if (!envelope) return leave('not_a_credential', { source });
    if (envelope.issuer !== source.id) {
      return issuers.has(envelope.issuer)
        ? leave('invalid_proof', { detail: 'signed by another source than its issuer' })
        : leave('unknown_issuer');
    }
    const types = envelope.types.filter((type) => type !== vc.VerifiableCredential);
    const claimType = claimTypes.find((type) => types.length === 1 && type === types[0]);
    if (!claimType) return leave('unknown_claim', { source });
    if (!source.claimTypes.includes(claimType))
      return leave('issuer_not_trusted_for_claim', { source });
    if (!isIri(envelope.subject, citizen)) return leave('wrong_subject', { source });
    const reading = readFact(statements, envelope, claimShapes[claimType]);
    if (!reading.read) return leave('unknown_claim', { source, detail: reading.detail });
    const { fact } = reading;

    const validity = readValidity(envelope, now());
    if (validity !== 'valid') return leave(validity, { source, fact });
    const answer = await statuses.check(statements, envelope.statuses, source);
    if (answer.status !== 'active') {
      const reason = answer.status === 'revoked' ? 'revoked' : 'status_unknown';
      return leave(reason, { source, fact, detail: answer.detail });
    }
    const { id, validFrom, validUntil } = envelope;
    return {
      verified: true,
      claim: {
        resource,
        graph: proof.graph,
        canonical: proof.canonical,
        credential: id,
        claimType,
        source,
        fact,
        validFrom,
        ...(validUntil && { validUntil }),
        statusCheckedAt: answer.checkedAt,
      },
    };
  }

  return {
    verify(resource, text, citizen) {
      const leave = (reason: LeftOutReason, more = {}): ClaimVerification => ({
        verified: false,
        leftOut: { resource, reason, ...more },
      });
      return judge(text, citizen, leave, resource);
    },
  };
}

type Pinned = { readonly source: SourceParticipant; readonly publicKey: string };

function pinKeys(sources: readonly SourceParticipant[]): ReadonlyMap<string, Pinned> {
  const pinned = new Map<string, Pinned>();
  for (const source of sources) {
    if (!URL.canParse(source.statusLists)) {
      throw new TypeError(`Expected a URL as statusLists of ${source.id}.`);
    }
    for (const [id, publicKey] of Object.entries(source.keys)) {
      if (pinned.has(id)) throw new TypeError(`Expected ${id} to belong to one source only.`);
      decodePublicKey(publicKey);
      pinned.set(id, { source, publicKey });
    }
  }
  return pinned;
}

/** In UTF-8; a character takes three bytes at most, so short texts need no counting. */
function isLongerThan(text: string, maxBytes: number): boolean {
  if (text.length > maxBytes) return true;
  return text.length * 3 > maxBytes && new TextEncoder().encode(text).length > maxBytes;
}

function parseJson(text: string): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Who the credential says it is from. Nothing has been checked. */
function claimedIssuer(credential: unknown): string | undefined {
  const { issuer } = credential as { issuer?: unknown };
  if (typeof issuer === 'string') return issuer;
  const id = (issuer as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' ? id : undefined;
}
