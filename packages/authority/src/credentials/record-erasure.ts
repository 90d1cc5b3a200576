import { erasureStatementSchema } from '@grondslag/protocol/v1';
import { AuthorityError } from '../errors.ts';
import { readSigned } from '../register/read-signed.ts';
import type { RegisterStore } from '../register/register-store.ts';
import type { CredentialStore } from './credential-store.ts';
import { findCredential } from './show-credential.ts';

/** Between the clock of an agency and ours. */
const SKEW_MILLISECONDS = 60_000;

/**
 * Keeps, for the citizen to see, that an agency erased what it had under a grant that ended (Articles 5(1)(e) and 5(2)
 * GDPR). It is what the agency says: nobody looked. Doing it again changes nothing.
 *
 * @throws {AuthorityError} `credential_not_found`, `not_subject`, `access_not_ended`, `participant_unknown`,
 *   `signature_invalid`
 */
export async function recordErasure(
  id: string,
  caller: string,
  signature: string,
  powers: {
    readonly baseUrl: string;
    readonly credentials: CredentialStore;
    readonly register: RegisterStore;
    readonly now: () => Date;
  },
): Promise<void> {
  const { credentials, register, now } = powers;
  const found = await findCredential(id, powers);
  if (found.toAgent !== caller || found.kind !== 'SolidAccessGrant') {
    throw new AuthorityError(
      'not_subject',
      'Only the agency that had a grant says what it erased.',
    );
  }
  if (found.revokedAt === undefined) {
    throw new AuthorityError('access_not_ended', 'Give the grant up first: more can be read.');
  }
  if (found.erasure) return;
  const participant = await register.findParticipant(caller);
  if (!participant) {
    throw new AuthorityError('participant_unknown', 'Only keys in the register are believed.');
  }
  const signed = erasureStatementSchema.safeParse(await readSigned(signature, participant.keys));
  const at = now();
  if (
    !signed.success ||
    signed.data.access !== found.id ||
    signed.data.agency !== caller ||
    new Date(signed.data.erasedAt).getTime() > at.getTime() + SKEW_MILLISECONDS
  ) {
    throw new AuthorityError(
      'signature_invalid',
      'What is signed should be an erasure under this grant, by its agency, not in the future.',
    );
  }
  const { access: _access, agency: _agency, ...erased } = signed.data;
  await credentials.recordErasure(found.id, {
    ...erased,
    recordedAt: at.toISOString(),
    signature,
  });
}
