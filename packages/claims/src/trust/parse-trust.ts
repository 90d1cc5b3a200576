import { ClaimsError } from '../errors.ts';
import { findTrusted } from './find-trusted.ts';
import { type TrustList, trustListOf } from './trust-list.ts';

/**
 * Whom to believe, from JSON that the caller chose to believe already: the content of a trust list, or the
 * participants that an authority publishes. For a list that comes from elsewhere there is `readTrustList`, which
 * asks for a signature.
 *
 * @throws {ClaimsError} `invalid_trust_list`
 */
export async function parseTrust(json: unknown): Promise<TrustList> {
  const { participantsSchema, trustListSchema } = await import('./trust-list-schema.ts');
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
