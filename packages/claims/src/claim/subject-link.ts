import { g } from '@grondslag/vocab';
import { iriOf } from '../nquads/written-terms.ts';
import type { StatusChecker } from '../status/check-status.ts';
import type { ClaimSource } from '../trust/find-trusted.ts';
import { allow, any, findStray } from './allowed-statements.ts';
import type { LinkedSubject } from './citizen-subjects.ts';
import { judgeStanding } from './judge-standing.ts';
import { type Signed, sourceOf } from './read-signed.ts';
import { only } from './statements.ts';
import { vc } from './terms.ts';
import type { Left } from './verified-claim.ts';

/** Controlled Identifiers 1.0, 2.1.3: another name of the same subject. */
export const ALSO_KNOWN_AS = 'https://www.w3.org/ns/activitystreams#alsoKnownAs';

/** Another name of a citizen, stated by somebody who may say so and of which everything has been checked. */
export interface SubjectLink extends LinkedSubject {
  /** Where it was read. */
  readonly resource: string;
  /** `urn:sha256:` and the hash of the N-Quads under the signature. */
  readonly graph: string;
  readonly source: ClaimSource;
  readonly holdsAt: Date;
  readonly statusCheckedAt: Date;
}

const SUBJECT = allow({ [ALSO_KNOWN_AS]: any });

/**
 * Judges a credential that says: this WebID is also known as that. It is a kind of claim like any other, which
 * the trust list lets few issuers state, and it goes one way: from the WebID, never on from what it leads to.
 */
export async function judgeLink(
  signed: Signed,
  { resource, webId, at }: { resource: string; webId: string; at: Date },
  statuses: StatusChecker,
): Promise<SubjectLink | Left> {
  const { proof, statements, envelope, issuer } = signed;
  const source = sourceOf(issuer);
  const [type, ...more] = envelope.types.filter((one) => one !== vc.VerifiableCredential);
  if (type !== g.SubjectLinkCredential || more.length > 0) {
    return { reason: 'unknown_claim', source };
  }
  if (!issuer.claimTypes.includes(type)) return { reason: 'issuer_not_trusted_for_claim', source };
  if (iriOf(envelope.subject) !== webId) return { reason: 'wrong_subject', source };
  const id = iriOf(only(statements.objects(envelope.subject, ALSO_KNOWN_AS)) ?? '');
  const stray = findStray(statements, envelope, [[envelope.subject, SUBJECT]]);
  if (id === undefined || stray !== undefined) {
    const detail = stray === undefined ? 'expected one alsoKnownAs' : `says more: ${stray}`;
    return { reason: 'unknown_claim', source, detail };
  }
  const standing = await judgeStanding(signed, statuses, undefined, type, at);
  if ('reason' in standing) return { ...standing, source };
  const { validUntil } = envelope;
  return {
    id,
    ...(validUntil && { validUntil }),
    resource,
    graph: proof.graph,
    source,
    holdsAt: at,
    statusCheckedAt: standing.checkedAt,
  };
}
