import { authorityPaths } from '@grondslag/protocol';
import {
  acceptedInvitationSchema,
  confirmedConsentSchema,
  consentToConfirmSchema,
  type HelperView,
  helperActSchema,
  helperBirthdaySchema,
  helperConfirmationSchema,
  helperFilterSchema,
  helperLookQuerySchema,
  helperLookSchema,
  helperViewSchema,
  invitationCodeSchema,
  invitationViewSchema,
  invitedHelperSchema,
  type NewHelper,
  newHelperSchema,
  pageSchema,
} from '@grondslag/protocol/v1';
import * as z from 'zod';
import { idempotencyHeader, idempotencyProblems } from './access-operations.ts';
import { example } from './examples.ts';
import type { DescribedOperation, DescribedOperations } from './operation.ts';

const TAG = 'Helpers';
const path = authorityPaths.helpers;
const uuidPath = z.object({ uuid: z.uuid().meta({ example: example.id }) });
const code = '7KQ2-M4TX-9R0D';
const terms = {
  kind: 'helper',
  name: 'Noor',
  citizenName: 'Oma Alice',
  themes: ['income'],
  may: 'act',
  until: example.end,
} satisfies NewHelper;
const invited: HelperView = {
  id: `https://access.example/${path}/${example.id}`,
  ...terms,
  state: 'invited',
  citizen: example.citizen,
  invitedAt: example.start,
  acceptBefore: '2026-11-29T09:00:00.000Z',
  facts: [],
};
const facts = [`${example.resource}2025`];
const active: HelperView = {
  ...invited,
  state: 'active',
  helper: { webId: 'https://vault.example/noor/profile/card#me', name: 'Noor Bakker' },
  acceptedAt: example.start,
  startedAt: example.start,
  facts,
  grant: example.credential(example.otherId),
};

const shown = (id: string, summary: string): DescribedOperation => ({
  id,
  tag: TAG,
  summary,
  login: 'solid',
  path: uuidPath,
  answers: { '200': { description: 'As it is now.', schema: helperViewSchema, example: active } },
  problems: ['helper_not_found'],
});

/** Who sees or acts for a citizen. */
export const helperOperations: DescribedOperations = {
  [`POST ${path}`]: {
    id: 'inviteHelper',
    tag: TAG,
    summary: 'Invite a helper, or as operator register a representative',
    description:
      'The code is told once, is good for seven days and for one person. Nothing opens before somebody took it and the citizen confirmed who that is.',
    login: 'solid',
    headers: idempotencyHeader,
    body: { schema: newHelperSchema, example: terms },
    answers: {
      '201': {
        description: 'Invited.',
        schema: invitedHelperSchema,
        headers: z.object({ Location: z.url() }),
        example: { helper: invited, code },
      },
    },
    problems: [
      ...idempotencyProblems,
      'expiry_in_past',
      'expiry_too_far',
      'too_many_helpers',
      'not_operator',
      'helper_is_citizen',
    ],
  },
  [`GET ${path}`]: {
    id: 'listHelpers',
    tag: TAG,
    summary: 'Who helps you, and whom you help, newest first',
    login: 'solid',
    query: helperFilterSchema,
    answers: {
      '200': {
        description: 'All of them, also what ended.',
        schema: z.object({ items: z.array(helperViewSchema) }),
        example: { items: [active] },
      },
    },
    problems: ['invalid_query'],
  },
  [`POST ${path}/invitation`]: {
    id: 'lookAtInvitation',
    tag: TAG,
    summary: 'What you are invited to; changes nothing',
    login: 'solid',
    body: { schema: invitationCodeSchema, example: { code } },
    answers: {
      '200': {
        description: 'The invitation.',
        schema: invitationViewSchema,
        example: {
          id: invited.id,
          name: terms.name,
          citizenName: terms.citizenName,
          themes: [...terms.themes],
          may: terms.may,
          until: terms.until,
        },
      },
    },
    problems: ['invitation_not_found', 'helper_is_citizen'],
  },
  [`POST ${path}/acceptance`]: {
    id: 'acceptInvitation',
    tag: TAG,
    summary: 'Take an invitation; the citizen confirms you before anything opens',
    login: 'solid',
    body: { schema: acceptedInvitationSchema, example: { code, name: 'Noor Bakker' } },
    answers: {
      '200': { description: 'Waits for the citizen.', schema: helperViewSchema, example: active },
    },
    problems: ['invitation_not_found', 'helper_is_citizen'],
  },
  [`GET ${authorityPaths.consentsToConfirm}`]: {
    id: 'listConsentsToConfirm',
    tag: TAG,
    summary: 'What a representative said yes to before you came of age, and waits for you',
    description: 'It goes on for thirty days, and then ends unless it is confirmed.',
    login: 'solid',
    answers: {
      '200': {
        description: 'The first to end comes first.',
        schema: z.object({ items: z.array(consentToConfirmSchema) }),
        example: {
          items: [
            {
              grant: example.credential(example.id),
              helper: invited.id,
              confirmBefore: example.end,
            },
          ],
        },
      },
    },
  },
  [`PUT ${authorityPaths.consentsToConfirm}/{uuid}`]: {
    id: 'confirmConsent',
    tag: TAG,
    summary: 'Confirm it as your own; to end it, withdraw the grant',
    login: 'solid',
    path: uuidPath,
    answers: {
      '200': {
        description: 'It is yours now, until its end.',
        schema: confirmedConsentSchema,
        example: { grant: example.credential(example.id), confirmedAt: example.start },
      },
    },
    problems: ['nothing_to_confirm'],
  },
  [`GET ${path}/{uuid}`]: shown('showHelper', 'A helper, as citizen and helper see it'),
  [`GET ${path}/{uuid}/acts`]: {
    ...shown('listHelperActs', 'What a helper did for the citizen, newest first'),
    answers: {
      '200': {
        description: 'The newest hundred.',
        schema: z.object({ items: z.array(helperActSchema) }),
        example: {
          items: [
            {
              id: example.otherId,
              at: example.start,
              did: 'granted',
              subject: example.credential(example.id),
            },
          ],
        },
      },
    },
  },
  [`PUT ${path}/{uuid}/confirmation`]: {
    ...shown('confirmHelper', 'Confirm the person, and say which facts they see; again: others'),
    description:
      'The facts are read with a grant to the helper, and those before are closed at once. Of a representative: begun by the representative.',
    body: { schema: helperConfirmationSchema, example: { facts } },
    problems: [
      'helper_not_found',
      'helper_of_citizen',
      'helper_not_to_confirm',
      'outside_help',
      'not_controller',
      'resource_outside_vaults',
      'no_vault',
      'vault_unreachable',
    ],
  },
  [`PUT ${path}/{uuid}/birthday`]: {
    ...shown('correctBirthday', 'As operator, correct the birthday of a child that is represented'),
    description:
      'The end of the representation follows, and what was said yes to for the child is asked from the new day on. Who is of age by it hears so at once, and has thirty days.',
    body: { schema: helperBirthdaySchema, example: { bornOn: '2008-11-21' } },
    problems: ['helper_not_found', 'not_operator', 'birthday_in_future'],
  },
  [`GET ${authorityPaths.helperLooks}`]: {
    id: 'listHelperLooks',
    tag: TAG,
    summary: 'What your helpers looked through, newest first',
    description:
      'One line for each day and kind, however often; kept for a year. What they read in the vault is in v1/reads.',
    login: 'solid',
    query: helperLookQuerySchema,
    answers: {
      '200': {
        description: 'At most a hundred; `next` has older ones.',
        schema: pageSchema(helperLookSchema),
        example: {
          items: [
            { id: example.otherId, helper: invited.id, at: example.start, kind: 'questions' },
          ],
        },
      },
    },
    problems: ['invalid_query'],
  },
  [`PUT ${path}/{uuid}/end`]: {
    ...shown(
      'endHelp',
      'End it at once: by the citizen, the helper, or of a representative the operator',
    ),
    problems: ['helper_not_found', 'representative_by_law'],
  },
};
