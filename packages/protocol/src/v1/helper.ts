import * as z from 'zod';

/** Header of a request that a helper makes for a citizen: the last part of the helper's URL. */
export const AS_HELPER_HEADER = 'As-Helper';

const time = z.iso.datetime();
const webId = z.url({ protocol: /^https?$/ });
const name = z.string().trim().min(1).max(100);
const themes = z
  .array(z.string().regex(/^[a-z][a-z0-9-]{0,49}$/))
  .min(1)
  .max(50)
  .meta({ description: 'Names of the containers of facts: `income` is `facts/income/`.' });
const may = z
  .enum(['see', 'act'])
  .meta({ description: 'To look along, or also to decide, stop and object.' });
const facts = z.array(webId).max(100).meta({
  description:
    'Single facts in the vault that the helper may read; no other. Of a representative none: they may read all there is in the themes.',
});

/** Why somebody represents a citizen, with where that can be looked up. */
export const representationSchema = z.discriminatedUnion('ground', [
  /** Of a child: ends on the day it comes of age. */
  z.strictObject({
    ground: z.enum(['parental-authority', 'guardianship']),
    reference: z.string().trim().min(1).max(200),
    bornOn: z.iso
      .date()
      .meta({ description: 'Birthday of the child; kept here and nowhere else.' }),
  }),
  /** Of an adult, by decision of a court. */
  z.strictObject({
    ground: z.literal('court-decision'),
    reference: z.string().trim().min(1).max(200),
    until: time,
  }),
]);
export type Representation = z.infer<typeof representationSchema>;

/** `POST v1/helpers`: a citizen invites a helper; an operator registers a representative. */
export const newHelperSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('helper'),
      name: name.meta({ description: 'How the citizen calls who is invited.' }),
      citizenName: name.meta({ description: 'How who is invited knows the citizen.' }),
      themes,
      may,
      until: time.meta({ description: 'The end; at most a year ahead.' }),
    }),
    z.strictObject({
      kind: z.literal('representative'),
      citizen: webId,
      helper: webId.meta({
        description: 'WebID of the parent, the guardian or whom a court named.',
      }),
      name,
      citizenName: name,
      themes,
      representation: representationSchema,
    }),
  ])
  .meta({ id: 'NewHelper' });
export type NewHelper = z.infer<typeof newHelperSchema>;

/** Where help stands. */
export const helperStateSchema = z
  .enum(['invited', 'to-confirm', 'active', 'ended'])
  .meta({ id: 'HelperState' });

/** Who helps a citizen, with what and until when, as both see it. */
export const helperViewSchema = z
  .strictObject({
    id: z.url(),
    kind: z.enum(['helper', 'representative']),
    state: helperStateSchema,
    citizen: webId,
    citizenName: name,
    name,
    helper: z.strictObject({ webId, name }).exactOptional().meta({
      description: 'Who it turned out to be: who took the invitation, as they named themselves.',
    }),
    themes,
    may,
    until: time,
    invitedAt: time,
    acceptBefore: time.exactOptional(),
    acceptedAt: time.exactOptional(),
    startedAt: time.exactOptional(),
    endedAt: time.exactOptional(),
    endedBy: z.enum(['citizen', 'helper', 'operator', 'time']).exactOptional(),
    ground: z.enum(['parental-authority', 'guardianship', 'court-decision']).exactOptional(),
    facts,
    grant: z
      .url()
      .exactOptional()
      .meta({ description: 'Credential with which the facts are read.' }),
  })
  .meta({ id: 'Helper', description: 'Who helps a citizen, with what and until when.' });
export type HelperView = z.infer<typeof helperViewSchema>;

/** An invitation was made. The code is told once; the authority keeps its digest only. */
export const invitedHelperSchema = z.strictObject({
  helper: helperViewSchema,
  code: z.string().exactOptional(),
});
export type InvitedHelper = z.infer<typeof invitedHelperSchema>;

/** Which of the helpers a caller takes part in. */
export const helperFilterSchema = z.strictObject({
  as: z.enum(['citizen', 'helper']).exactOptional(),
});

/** The code as a person types it: spaces and hyphens do not count, nor does the case, and O is 0, I and L are 1. */
export const invitationCodeSchema = z.strictObject({
  code: z
    .string()
    .max(40)
    .transform((code) =>
      code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1'),
    ),
});

/** What who was invited sees before saying yes. */
export const invitationViewSchema = helperViewSchema
  .pick({ id: true, citizenName: true, name: true, themes: true, may: true, until: true })
  .meta({ id: 'Invitation' });
export type InvitationView = z.infer<typeof invitationViewSchema>;

/** `POST v1/helpers/acceptance`: who was invited says yes, under an own login. */
export const acceptedInvitationSchema = invitationCodeSchema.extend({
  name: name.meta({ description: 'Own name, which the citizen sees before confirming.' }),
});

/** `PUT …/confirmation`: the citizen says that it is the right person, and which facts to show; again: other facts. */
export const helperConfirmationSchema = z.strictObject({ facts });

/** `GET v1/consents-to-confirm`: a yes of a representative for a child who is of age now. */
export const consentToConfirmSchema = z
  .strictObject({
    grant: z.url().meta({ description: 'Credential of the yes.' }),
    helper: z.url().meta({ description: 'The representative who gave it.' }),
    confirmBefore: time.meta({ description: 'When it ends, if it is not confirmed.' }),
  })
  .meta({ id: 'ConsentToConfirm' });
export type ConsentToConfirm = z.infer<typeof consentToConfirmSchema>;

/** `PUT v1/consents-to-confirm/{uuid}` */
export const confirmedConsentSchema = z
  .strictObject({ grant: z.url(), confirmedAt: time })
  .meta({ id: 'ConfirmedConsent' });

/** Something a helper did. */
export const helperActSchema = z
  .strictObject({
    id: z.uuid(),
    at: time,
    did: z.enum(['granted', 'denied', 'withdrew', 'objected', 'reported', 'asked']),
    subject: z.url().meta({
      description:
        'The decision, the grant that was ended, the objection, the report, the request.',
    }),
  })
  .meta({ id: 'HelperAct' });
export type HelperAct = z.infer<typeof helperActSchema>;

/** What of a citizen a helper can look through: the same words for all that is answered from one place. */
export const helperLookKindSchema = z
  .enum(['questions', 'permissions', 'law', 'reads', 'objections'])
  .meta({
    id: 'HelperLookKind',
    description:
      'Questions of agencies; what was allowed or refused; access by law, with notices and explanations; the log of reads; objections, requests by right and reports of errors.',
  });
export type HelperLookKind = z.infer<typeof helperLookKindSchema>;

/** A helper looked through something of the citizen: one line for each day (UTC) and kind, however often. */
export const helperLookSchema = z
  .strictObject({
    id: z.uuid(),
    helper: z.url(),
    /** The first time that day. */
    at: time,
    kind: helperLookKindSchema,
  })
  .meta({ id: 'HelperLook' });
export type HelperLook = z.infer<typeof helperLookSchema>;

/** Query of `GET v1/helper-looks`. */
export const helperLookQuerySchema = z.strictObject({ cursor: z.uuid().exactOptional() });

/** `PUT v1/helpers/{uuid}/birthday`: the operator writes another birthday of a child than was registered. */
export const helperBirthdaySchema = z.strictObject({ bornOn: z.iso.date() });
