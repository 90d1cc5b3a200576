import { covers, READ_REPORT_TYPE, type ReadRecord, readReportSchema } from '@grondslag/protocol';
import { uuidOf } from '../credentials/credential-id.ts';
import {
  type CredentialStore,
  isLawfulAccess,
  type StoredCredential,
} from '../credentials/credential-store.ts';
import { isPlainText } from '../credentials/plain-text.ts';
import { AuthorityError } from '../errors.ts';
import { parseBody } from '../http/read-body.ts';
import { isGrant } from '../tokens/check-grant.ts';
import { openingOfLawfulAccess } from '../tokens/opening.ts';
import type { Vault } from '../vaults/vault.ts';
import { verifyVaultMessage } from '../vaults/verify-vault-message.ts';
import type { ReadStore } from './read-store.ts';

const MAX_REPORT_AGE_SECONDS = 60;
const MAX_AHEAD_MILLISECONDS = 300_000;

/** How many lines were new, known before, or not believed. */
export interface ReportOutcome {
  readonly accepted: number;
  readonly duplicate: number;
  readonly dropped: number;
}

/** Powers that receiving a report needs. */
export interface ReportPowers {
  readonly baseUrl: string;
  readonly vaults: readonly Vault[];
  readonly credentials: CredentialStore;
  readonly reads: ReadStore;
  readonly now: () => Date;
}

/**
 * Receives what a vault server says was done under grants. A line that does not agree with its grant is dropped
 * and counted: a vault server speaks for its own resources, and for nobody's name but the grant's.
 *
 * @throws {AuthorityError} `report_refused` when it is not signed by a vault server of ours, `invalid_body` when it is
 * but is not a report
 */
export async function receiveReadReport(
  jwt: string,
  { baseUrl, vaults, credentials, reads, now: clock }: ReportPowers,
): Promise<ReportOutcome> {
  const now = clock();
  const message = await verifyVaultMessage(jwt.trim(), READ_REPORT_TYPE, {
    baseUrl,
    vaults,
    now,
    maxAgeSeconds: MAX_REPORT_AGE_SECONDS,
  });
  if (!message.verified) {
    throw new AuthorityError(
      'report_refused',
      'Send a fresh read report, signed with the secret shared with this authority.',
    );
  }
  // Said apart from a bad signature: a vault server puts this one report aside and goes on with the others.
  const report = parseBody(readReportSchema, message.payload);
  const agrees = createAgreement(message.vault, baseUrl, credentials, now);
  const believed: ReadRecord[] = [];
  for (const record of report.records) if (await agrees(record)) believed.push(record);
  const accepted = await reads.add(believed, now);
  return {
    accepted,
    duplicate: believed.length - accepted,
    dropped: report.records.length - believed.length,
  };
}

/** Whether a line agrees with its grant; each grant is looked up once. */
function createAgreement(
  vault: Vault,
  baseUrl: string,
  credentials: CredentialStore,
  now: Date,
): (record: ReadRecord) => Promise<boolean> {
  const grants = new Map<string, ReturnType<CredentialStore['find']>>();
  return async (record) => {
    const { grant: id, resource, owner, agency, at, method } = record;
    if (!isPlainText(resource + method)) return false;
    if (!covers(vault.baseUrl, resource) || uuidOf(baseUrl, id) === undefined) return false;
    const found = grants.get(id) ?? credentials.find(id);
    grants.set(id, found);
    const grant = await found;
    if (grant === undefined) return false;
    const opened = openedBy(grant);
    const readAt = new Date(at).getTime();
    return (
      grant.fromAgent === owner &&
      grant.toAgent === agency &&
      opened.some((granted) => covers(vault.baseUrl, granted)) &&
      // Before 1970 a clock is wrong, and the database may not know the year.
      readAt >= 0 &&
      readAt <= now.getTime() + MAX_AHEAD_MILLISECONDS
    );
  };
}

function openedBy(stored: StoredCredential): readonly string[] {
  if (isGrant(stored)) return stored.credential.credentialSubject.providedConsent.forPersonalData;
  return isLawfulAccess(stored) ? openingOfLawfulAccess(stored).resources : [];
}
