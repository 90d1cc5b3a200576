import type {
  DataNeed,
  Ground,
  LawfulAccess,
  Mandate,
  NoticeInformation,
  Participant,
  ProcessingActivity,
} from '@grondslag/legal-basis';
import type { SourceParticipant } from '@grondslag/protocol';
import {
  CREDENTIALS_V1,
  DATA_INTEGRITY_V1,
  LEGAL_BASIS_V1,
  REVOCATION_LIST_2020_V1,
  STATUS_ENTRY_CONTEXT,
} from '@grondslag/vocab';
import { LAWFUL_ACCESS, type StatusEntry } from '../credentials/credential-store.ts';
import type { LegalSettings } from '../decisions/legal-settings.ts';
import { statusEntries } from '../status/status-entries.ts';

/** What access rests on: a mandate, or in an emergency an activity alone. */
export interface Footing {
  readonly participant: Participant;
  readonly activity: ProcessingActivity;
  readonly mandate?: Mandate;
}

/** When and for what. */
export interface Extent
  extends Pick<LawfulAccess, 'id' | 'citizen' | 'resources' | 'emergency' | 'notice'> {
  readonly dataNeeds: DataNeed[];
  readonly issuedAt: Date;
  readonly from: Date;
  readonly until: Date;
}

export function buildLawfulAccess(
  { participant, activity, mandate }: Footing,
  { issuedAt, from, until, emergency, ...extent }: Extent,
): LawfulAccess {
  return {
    ...extent,
    agency: participant.webId,
    ...(mandate && {
      mandate: { id: mandate.id, version: mandate.version, name: mandate.name },
    }),
    activity: { id: activity.id, version: activity.version },
    ...groundOf(mandate ?? activity),
    purpose: activity.purpose,
    task: mandate?.task ?? activity.purposeInWords,
    issuedAt: issuedAt.toISOString(),
    validFrom: from.toISOString(),
    validUntil: until.toISOString(),
    ...(emergency && { emergency }),
  };
}

function groundOf({
  basis,
  specialCategoryBasis,
  article10,
  identityNumberRule,
  lawRefs,
}: Ground): Ground {
  return {
    basis,
    ...(specialCategoryBasis !== undefined && { specialCategoryBasis }),
    ...(article10 && { article10 }),
    ...(identityNumberRule && { identityNumberRule }),
    lawRefs,
  };
}

/** What Articles 13 and 14 GDPR want told, as it is now. */
export function buildInformation(
  { participant, activity, mandate }: Footing,
  { dataNeeds, issuedAt }: Pick<Extent, 'dataNeeds' | 'issuedAt'>,
  sources: readonly SourceParticipant[],
  { laws }: Pick<LegalSettings, 'laws'>,
): NoticeInformation {
  const kinds = new Set(dataNeeds.map(({ claimType }) => claimType));
  return {
    controller: {
      webId: participant.webId,
      name: participant.name,
      contact: participant.contact,
    },
    dataProtectionOfficer: participant.dataProtectionOfficer,
    sources: sources
      .filter(({ claimTypes }) => claimTypes.some((kind) => kinds.has(kind)))
      .map(({ id, name }) => ({ id, name })),
    recipients: activity.recipients,
    retentionDays: mandate?.retentionDays ?? activity.retentionDays,
    laws: (mandate ?? activity).lawRefs.flatMap((reference) => {
      const found = laws.lookUp(reference, issuedAt);
      if (found.state !== 'in-force') return [];
      const { title, publishedAt } = found;
      return [{ identifier: reference.identifier, title, publishedAt }];
    }),
  };
}

/** The credential as it will be signed: VC Data Model 1.1, and no word of consent. */
export function buildLawfulAccessCredential(
  access: LawfulAccess,
  {
    baseUrl,
    id,
    statusEntry,
  }: { readonly baseUrl: string; readonly id: string; readonly statusEntry: StatusEntry },
): object {
  return {
    '@context': [
      ...[CREDENTIALS_V1, DATA_INTEGRITY_V1, REVOCATION_LIST_2020_V1, LEGAL_BASIS_V1],
      STATUS_ENTRY_CONTEXT,
    ],
    id,
    type: ['VerifiableCredential', LAWFUL_ACCESS],
    issuer: baseUrl,
    issuanceDate: access.validFrom,
    expirationDate: access.validUntil,
    credentialSubject: { id: access.agency, lawfulAccess: access },
    credentialStatus: statusEntries(baseUrl, statusEntry),
  };
}
