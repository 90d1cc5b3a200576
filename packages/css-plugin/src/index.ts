// Community Solid Server finds these by name, through the files in components/.
export { ControlQuestionHandler } from './control-question/control-question-handler.ts';
export { CssPluginError, type CssPluginErrorCode, ReportRefusedError } from './errors.ts';
export { GrantPermissionReader } from './grant-permissions/grant-permission-reader.ts';
export { AccessGrantCredentials, accessGrantOf } from './grant-token/access-grant-credentials.ts';
export { GrantTokenExtractor } from './grant-token/grant-token-extractor.ts';
export { GrondslagSettings } from './grondslag-settings.ts';
export { PinnedContextsConverter } from './json-ld/pinned-contexts-converter.ts';
export { LoopbackServerFactory } from './loopback/loopback-server-factory.ts';
export { NoGrantAuthorizer } from './notifications/no-grant-authorizer.ts';
export { RecordedSubscriptionAuthorizer } from './notifications/recorded-subscription-authorizer.ts';
export { GrantUseHandler } from './read-log/grant-use-handler.ts';
export { ReadLog } from './read-log/read-log.ts';
export { TrustedAuthority } from './trusted-authority.ts';
export { UmaTicketMetadataWriter } from './uma-ticket/uma-ticket-metadata-writer.ts';
