import { sourceParticipantSchema } from '@grondslag/protocol';
import * as z from 'zod';
import { ClaimsError } from '../errors.ts';
import { findTrusted } from './find-trusted.ts';
import { type TrustList, trustListOf, trustListSchema } from './trust-list.ts';

/** `GET v1/participants`: of its members, only the sources matter here. */
const participantsSchema = z.looseObject({ sources: z.array(sourceParticipantSchema) });

/**
 * Whom to believe, from JSON that the caller chose to believe already: the content of a trust list, or the
 * participants that an authority publishes. For a list that comes from elsewhere there is `readTrustList`, which
 * asks for a signature.
 *
 * @throws {ClaimsError} `invalid_trust_list`
 */
export function parseTrust(json: unknown): TrustList {
  const participants = participantsSchema.safeParse(json).data;
  const list = participants
    ? trustListOf(participants.sources)
    : trustListSchema.safeParse(json).data;
  if (!list) {
    throw new ClaimsError(
      'invalid_trust_list',
      'Expected a trust list (id, version, validFrom, validUntil, issuers) or participants (sources), each well formed.',
    );
  }
  findTrusted(list);
  return list;
}
