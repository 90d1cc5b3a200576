export {
  type AccessFilter,
  decisionFilterSchema,
  MAX_PAGE_SIZE,
  pageSchema,
  requestFilterSchema,
} from './access-filter.ts';
export {
  type AccessDenialView,
  type AccessGrantView,
  type AccessRequestView,
  accessDenialViewSchema,
  accessGrantViewSchema,
  accessRequestViewSchema,
} from './access-view.ts';
export {
  type CloudEvent,
  cloudEventSchema,
  type EventType,
  eventsQuerySchema,
  eventTypeSchema,
} from './cloud-event.ts';
export {
  type Erasure,
  type ErasureStatement,
  erasureSchema,
  erasureStatementSchema,
  newErasureSchema,
} from './erasure.ts';
export {
  AS_HELPER_HEADER,
  acceptedInvitationSchema,
  type ConsentToConfirm,
  confirmedConsentSchema,
  consentToConfirmSchema,
  type HelperAct,
  type HelperLook,
  type HelperLookKind,
  type HelperView,
  helperActSchema,
  helperBirthdaySchema,
  helperConfirmationSchema,
  helperFilterSchema,
  helperLookKindSchema,
  helperLookQuerySchema,
  helperLookSchema,
  helperStateSchema,
  helperViewSchema,
  type InvitationView,
  type InvitedHelper,
  invitationCodeSchema,
  invitationViewSchema,
  invitedHelperSchema,
  type NewHelper,
  newHelperSchema,
  type Representation,
} from './helper.ts';
export {
  type NewAccessDenial,
  type NewAccessGrant,
  type NewAccessRequest,
  newAccessDenialSchema,
  newAccessGrantSchema,
  newAccessRequestSchema,
} from './new-access.ts';
export {
  createdWebhookSchema,
  type NewWebhook,
  newWebhookSchema,
  type WebhookView,
  webhookViewSchema,
} from './webhook.ts';
