export {
  type AccessCredential,
  type AccessCredentialKind,
  type AccessDenial,
  type AccessGrant,
  type AccessRequest,
  accessCredentialSchema,
  accessDenialSchema,
  accessEnvelope,
  accessGrantSchema,
  accessRequestSchema,
  revocationEntryOf,
  type StatusPurpose,
  statusPurposeSchema,
} from './access-credential.ts';
export {
  type AccessMode,
  type AccessModeIri,
  accessModeIriSchema,
  accessModeSchema,
} from './access-mode.ts';
export { accessModeOf } from './access-mode-of.ts';
export {
  type ActedBy,
  actedByFromFields,
  actedByToFields,
} from './acted-by.ts';
export { askedLimits } from './asked-limits.ts';
export {
  credentialLookupSchema,
  type GrantState,
  grantStateSchema,
  MAX_LOOKED_UP,
  type QueryResponse,
  queryResponseSchema,
  type RequestState,
  requestStateSchema,
  type StatusChange,
  statusChangeSchema,
  type VerifyResponse,
  verifyResponseSchema,
} from './authority-endpoints.ts';
export {
  type AuthorityMetadata,
  authorityMetadataSchema,
  type TokenResponse,
  tokenResponseSchema,
  UMA_TICKET_GRANT_TYPE,
  VP_CLAIM_TOKEN_FORMAT,
} from './authority-metadata.ts';
export { authorityPaths } from './authority-paths.ts';
export {
  type ConsentGate,
  consentGateFromFields,
  consentGateSchema,
  consentGateToFields,
} from './consent-gate.ts';
export {
  type Explanation,
  explanationSchema,
  type LocalText,
  localTextSchema,
  type Need,
  needSchema,
  type OtherRoute,
  otherRouteSchema,
} from './explanation.ts';
export { explanationFromFields, explanationToFields } from './explanation-fields.ts';
export { explicitConsentFromFields, explicitConsentToFields } from './explicit-consent.ts';
export {
  type FieldLimits,
  fieldLimitsSchema,
  type SharedFields,
  sharedFieldsFromFields,
  sharedFieldsSchema,
  sharedFieldsToFields,
} from './field-limits.ts';
export { helperFromFields, helperToFields } from './helper-grant.ts';
export {
  type BodyKind,
  bodyKindSchema,
  type Contact,
  contactSchema,
  type Participants,
  participantsSchema,
  type SourceParticipant,
  sourceParticipantSchema,
} from './participants.ts';
export {
  FIELDS_FEATURE,
  PERMISSION_TICKET_TYPE,
  type PermissionTicket,
  permissionTicketSchema,
} from './permission-ticket.ts';
export {
  type NeededClaim,
  neededClaimSchema,
  type OAuthError,
  oauthErrorSchema,
  type ProblemDetails,
  problemDetailsSchema,
} from './problem-details.ts';
export {
  type ReadRecord,
  type ReadRecordPage,
  readRecordPageSchema,
  readRecordSchema,
} from './read-record.ts';
export {
  REQUESTING_PARTY_TOKEN_TYPE,
  type RequestingPartyToken,
  requestingPartyTokenSchema,
  type TokenPermission,
  tokenPermissionSchema,
} from './requesting-party-token.ts';
export { covers } from './resource-coverage.ts';
export {
  type CredentialStatusChange,
  credentialStatusChangeSchema,
  MAX_STATUS_WAIT_MILLISECONDS,
  STATUS_CHANGE_MEMORY_SECONDS,
  STATUS_QUESTION_TYPE,
  type StatusChanges,
  statusChangesSchema,
  statusQuestionQuerySchema,
} from './status-feed.ts';
export { statusPurposesSchema } from './status-purposes.ts';
export {
  CONTROL_QUESTION_PATH,
  CONTROL_QUESTION_TYPE,
  type ControlAnswer,
  type ControlQuestion,
  controlAnswerSchema,
  controlQuestionSchema,
  MIN_SECRET_BYTES,
  READ_REPORT_TYPE,
  type ReadReport,
  readReportSchema,
  VAULT_MESSAGE_MEDIA_TYPE,
} from './vault-connection.ts';
export {
  type ClaimType,
  claimTypes,
  factContainer,
  factContainers,
  OWN_FILES,
  themeContainer,
} from './vault-layout.ts';
