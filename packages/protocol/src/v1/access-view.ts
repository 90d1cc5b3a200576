import * as z from 'zod';
import { accessModeSchema } from '../access-mode.ts';
import { consentGateSchema } from '../consent-gate.ts';
import { explanationSchema } from '../explanation.ts';
import { erasureSchema } from './erasure.ts';

const time = z.iso.datetime();

const shared = {
  id: z.uuid().meta({ description: 'Id in this API.' }),
  credential: z
    .url()
    .meta({ description: 'URL of the signed credential, which access-grant libraries work with.' }),
  agency: z.url().meta({ description: 'WebID of who asked or was answered.' }),
  citizen: z.url().meta({ description: 'WebID of whose data it is.' }),
  resources: z.array(z.url()).min(1),
  modes: z.array(accessModeSchema).min(1),
  purposes: z.array(z.url()),
  inherit: z
    .boolean()
    .meta({ description: 'Whether what is inside the containers named belongs to it too.' }),
  issuedAt: time.meta({ description: 'When this authority signed it.' }),
  validFrom: time,
  expiresAt: time.exactOptional(),
};

/** Where a request stands. */
export const requestStateNameSchema = z.enum([
  'pending',
  'granted',
  'denied',
  'canceled',
  'expired',
]);
/** Where a decision stands. */
export const decisionStateNameSchema = z.enum(['active', 'suspended', 'revoked', 'expired']);

/** `GET v1/access-requests/{id}`: a question of an agency, in plain JSON. */
export const accessRequestViewSchema = z
  .strictObject({
    ...shared,
    state: requestStateNameSchema,
    canceledAt: time.exactOptional(),
    decision: z
      .strictObject({ kind: z.enum(['access-grant', 'access-denial']), id: z.uuid() })
      .exactOptional(),
    processingActivity: z
      .url()
      .exactOptional()
      .meta({ description: 'The activity in the register of the agency.' }),
    explanation: explanationSchema.exactOptional(),
    consentGate: consentGateSchema
      .exactOptional()
      .meta({ description: 'What an official of the public body confirmed before it asked.' }),
  })
  .meta({ id: 'AccessRequest', description: 'A question of an agency.' });
export type AccessRequestView = z.infer<typeof accessRequestViewSchema>;

const decided = {
  ...shared,
  state: decisionStateNameSchema,
  revokedAt: time.exactOptional(),
  request: z.url().exactOptional().meta({ description: 'Credential of the request it answers.' }),
  requestVerified: z
    .boolean()
    .meta({ description: 'Whether this authority checked that it stays within that request.' }),
};

/** `GET v1/access-grants/{id}`: a yes. */
export const accessGrantViewSchema = z
  .strictObject({
    ...decided,
    endedBy: z
      .enum(['citizen', 'agency'])
      .exactOptional()
      .meta({ description: 'Of one that is revoked: who ended it.' }),
    erasure: erasureSchema.exactOptional().meta({
      description: 'Of one that ended: the agency signed that it erased what it kept.',
    }),
    suspendedAt: time.exactOptional(),
    explicitConsent: z.array(z.url()).exactOptional(),
  })
  .meta({ id: 'AccessGrant', description: 'A yes: what may be read, by whom, until when.' });
export type AccessGrantView = z.infer<typeof accessGrantViewSchema>;

/** `GET v1/access-denials/{id}`: a no. */
export const accessDenialViewSchema = z
  .strictObject({ ...decided, reason: z.string().exactOptional() })
  .meta({ id: 'AccessDenial', description: 'A no; nothing is allowed.' });
export type AccessDenialView = z.infer<typeof accessDenialViewSchema>;
