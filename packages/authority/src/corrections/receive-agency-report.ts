import { type Correction, correctionSchema, type NewAgencyReport } from '@grondslag/legal-basis';
import { covers, type SourceParticipant } from '@grondslag/protocol';
import { credentialUrl, uuidOf } from '../credentials/credential-id.ts';
import {
  type CredentialStore,
  isAccess,
  isLawfulAccess,
  type StoredCredential,
} from '../credentials/credential-store.ts';
import { AuthorityError } from '../errors.ts';
import type { HelperStore } from '../helpers/helper-store.ts';
import type { Actor } from '../helpers/identify-actor.ts';
import { isHiddenFrom, lawfulAccessUrl } from '../lawful-access/lawful-access-url.ts';
import type { CorrectionStore } from './correction-store.ts';
import { correctionUrl } from './correction-url.ts';
import { sourceOf, storeReport } from './store-report.ts';

/** What was read is still used for a while after access to it ended. */
const RECENT_DAYS = 90;

/** Powers that receiving a report of an agency needs. */
export interface ReceiveAgencyPowers {
  readonly baseUrl: string;
  readonly sources: readonly SourceParticipant[];
  readonly credentials: CredentialStore;
  readonly helpers: HelperStore;
  readonly corrections: CorrectionStore;
  readonly now: () => Date;
}

/**
 * Receives an agency's report of an error in a fact, for its source (Article 5(1)(d) GDPR; of Dutch base registers a duty
 * of public bodies). It is about a fact that the agency may read, or might until not long ago. The citizen sees it.
 *
 * @throws {AuthorityError} `outside_help`, `report_without_access`, `correction_source_unknown`, `correction_pending`,
 *   `corrections_too_many`
 */
export async function receiveAgencyReport(
  { access, doubt, ...asked }: NewAgencyReport,
  { webId: agency, helper }: Pick<Actor, 'webId' | 'helper'>,
  uuid: string,
  powers: ReceiveAgencyPowers,
): Promise<Correction> {
  const { baseUrl, corrections, now } = powers;
  if (helper) throw new AuthorityError('outside_help', 'A helper does not report as an agency.');
  const source = sourceOf(asked.source, powers);
  const citizen = await openedTo(agency, { access, resource: asked.resource }, powers);
  const correction = correctionSchema.parse({
    id: correctionUrl(baseUrl, uuid),
    citizen,
    ...asked,
    receivedAt: now().toISOString(),
    reportedBy: { agency, access, doubt },
    steps: [],
  });
  return storeReport(correction, source, corrections);
}

/** WebID of the citizen whose fact the access opens, or did until not long ago. Says nothing of access of others. */
async function openedTo(
  agency: string,
  { access, resource }: Pick<NewAgencyReport, 'access' | 'resource'>,
  { baseUrl, credentials, helpers, now }: ReceiveAgencyPowers,
): Promise<string> {
  const lawful = lawfulAccessUrl(baseUrl, '');
  const id = access.startsWith(lawful)
    ? credentialUrl(baseUrl, access.slice(lawful.length))
    : access;
  const stored = uuidOf(baseUrl, id) === undefined ? undefined : await credentials.find(id);
  if (stored?.toAgent !== agency || !opens(stored, resource)) throw noAccess();
  const { fromAgent: citizen, revokedAt, expiresAt } = stored;
  const ends = [revokedAt, expiresAt].flatMap((end) => (end ? [end.getTime()] : []));
  if (now().getTime() - Math.min(...ends) > RECENT_DAYS * 86_400_000) throw noAccess();
  const isHelp = (await helpers.list(agency)).some(({ grant }) => grant === id);
  if (isHelp) throw noAccess();
  if (
    isLawfulAccess(stored) &&
    isHiddenFrom(stored.credential.credentialSubject.lawfulAccess, citizen, now())
  ) {
    throw new AuthorityError(
      'report_without_access',
      'The citizen, who sees reports, is not told of this access yet.',
    );
  }
  return citizen;
}

function opens(stored: StoredCredential, resource: string): boolean {
  if (isLawfulAccess(stored)) {
    const { resources } = stored.credential.credentialSubject.lawfulAccess;
    return resources.some((opened) => covers(opened, resource));
  }
  if (!isAccess(stored) || stored.kind !== 'SolidAccessGrant') return false;
  const subject = stored.credential.credentialSubject;
  if (!('providedConsent' in subject)) return false;
  const { forPersonalData, inherit } = subject.providedConsent;
  return forPersonalData.some((opened) => covers(opened, resource, inherit));
}

function noAccess(): AuthorityError {
  return new AuthorityError(
    'report_without_access',
    `access should be a grant or lawful access of yours to this fact, ended ${RECENT_DAYS} days ago at most.`,
  );
}
