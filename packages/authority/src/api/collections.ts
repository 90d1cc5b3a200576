import { type AccessCredentialKind, authorityPaths } from '@grondslag/protocol';
import {
  accessDenialViewSchema,
  accessGrantViewSchema,
  accessRequestViewSchema,
  decisionFilterSchema,
  newAccessDenialSchema,
  newAccessGrantSchema,
  newAccessRequestSchema,
  requestFilterSchema,
} from '@grondslag/protocol/v1';

/** The three collections of access credentials in our own API. */
export const collections = {
  requests: {
    path: authorityPaths.accessRequests,
    kind: 'SolidAccessRequest',
    filter: requestFilterSchema,
    view: accessRequestViewSchema,
    create: newAccessRequestSchema,
  },
  grants: {
    path: authorityPaths.accessGrants,
    kind: 'SolidAccessGrant',
    filter: decisionFilterSchema,
    view: accessGrantViewSchema,
    create: newAccessGrantSchema,
  },
  denials: {
    path: authorityPaths.accessDenials,
    kind: 'SolidAccessDenial',
    filter: decisionFilterSchema,
    view: accessDenialViewSchema,
    create: newAccessDenialSchema,
  },
} as const satisfies Record<
  string,
  { path: string; kind: AccessCredentialKind; [name: string]: unknown }
>;

export type Collection = (typeof collections)[keyof typeof collections];
