import * as z from 'zod';
import { accessModeSchema } from '../access-mode.ts';
import { consentGateSchema } from '../consent-gate.ts';
import { explanationSchema } from '../explanation.ts';

const resources = z
  .array(z.url({ protocol: /^https?$/ }))
  .min(1)
  .max(100)
  .meta({ description: 'Resources and containers (with a slash at the end) on one vault server.' });
const modes = z.array(accessModeSchema).min(1).max(3);
const purposes = z
  .array(z.url())
  .max(50)
  .meta({ examples: [['https://w3id.org/dpv#ServiceProvision']] });
const expiresAt = z.iso
  .datetime({ offset: true })
  .meta({ description: 'The end; at most a year ahead.' });
const webId = z.url({ protocol: /^https?$/ });

/** `POST v1/access-requests` */
export const newAccessRequestSchema = z
  .strictObject({
    citizen: webId.meta({ description: 'WebID of whose data is asked.' }),
    resources,
    modes: modes.default(['read']),
    purposes: purposes.default([]),
    inherit: z.boolean().exactOptional(),
    expiresAt: expiresAt.exactOptional(),
    inbox: webId.exactOptional(),
    processingActivity: z.url().exactOptional(),
    explanation: explanationSchema.exactOptional(),
    consentGate: consentGateSchema.exactOptional(),
  })
  .meta({ id: 'NewAccessRequest' });
export type NewAccessRequest = z.infer<typeof newAccessRequestSchema>;

const decision = {
  request: z
    .uuid()
    .exactOptional()
    .meta({ description: 'The request it answers; what is left out below is taken from it.' }),
  agency: webId.exactOptional(),
  resources: resources.exactOptional(),
  modes: modes.exactOptional(),
  purposes: purposes.exactOptional(),
  inherit: z.boolean().exactOptional(),
  expiresAt: expiresAt.exactOptional(),
};

const NAMED = {
  message: 'name the request, or agency, resources and modes',
  path: ['request'],
};

function namesItsExtent(sent: {
  readonly request?: unknown;
  readonly agency?: unknown;
  readonly resources?: unknown;
  readonly modes?: unknown;
}): boolean {
  return Boolean(sent.request ?? (sent.agency && sent.resources && sent.modes));
}

/** `POST v1/access-grants` */
export const newAccessGrantSchema = z
  .strictObject({
    ...decision,
    explicitConsent: z.array(z.url()).max(50).exactOptional().meta({
      description:
        'Kinds of facts of special categories to which the citizen said yes apart and explicitly.',
    }),
  })
  .refine(namesItsExtent, NAMED)
  .meta({ id: 'NewAccessGrant' });
export type NewAccessGrant = z.infer<typeof newAccessGrantSchema>;

/** `POST v1/access-denials` */
export const newAccessDenialSchema = z
  .strictObject({ ...decision, reason: z.string().min(1).max(600).exactOptional() })
  .refine(namesItsExtent, NAMED)
  .meta({ id: 'NewAccessDenial' });
export type NewAccessDenial = z.infer<typeof newAccessDenialSchema>;
