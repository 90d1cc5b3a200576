import {
  newRightsAnswerSchema,
  newRightsExtensionSchema,
  type RightsRequestView,
  rightsRequestViewSchema,
} from '@grondslag/legal-basis';
import { authorityPaths, covers } from '@grondslag/protocol';
import * as z from 'zod';
import type { AuthorityConnection } from '../connect-authority.ts';
import { AgencyError } from '../errors.ts';
import { callRegister } from './call-register.ts';
import { parseInput } from './parse-input.ts';

const listSchema = z.object({ items: z.array(rightsRequestViewSchema) });

/** The answer to a request by a right: `granted` says that it was done. */
export type RightsAnswerInput = z.input<typeof newRightsAnswerSchema>;
/** Why the answer takes up to two months longer. */
export type RightsExtensionInput = z.input<typeof newRightsExtensionSchema>;

/** What citizens ask of this agency by a right, with the day an answer is due (Article 12(3) GDPR). */
export async function listRightsRequests(
  authority: AuthorityConnection,
): Promise<readonly RightsRequestView[]> {
  const { items } = await callRegister(authority, {
    path: authorityPaths.rightsRequests,
    schema: listSchema,
    what: 'the requests',
  });
  return items;
}

/** Answers a request; a refusal says why (Article 12(4) GDPR). */
export function answerRightsRequest(
  authority: AuthorityConnection,
  id: string,
  answer: RightsAnswerInput,
): Promise<RightsRequestView> {
  return put(authority, id, 'answer', parseInput(newRightsAnswerSchema, answer, 'answer'));
}

/** Says within the first month that the answer takes longer, and why (Article 12(3) GDPR). */
export function extendRightsRequest(
  authority: AuthorityConnection,
  id: string,
  extension: RightsExtensionInput,
): Promise<RightsRequestView> {
  const body = parseInput(newRightsExtensionSchema, extension, 'extension');
  return put(authority, id, 'extension', body);
}

function put(
  authority: AuthorityConnection,
  id: string,
  part: 'answer' | 'extension',
  body: object,
): Promise<RightsRequestView> {
  const base = `${new URL(authorityPaths.rightsRequests, authority.url).href}/`;
  if (!URL.canParse(id) || !covers(base, id)) {
    throw new AgencyError(
      'credential_not_found',
      `Expected the id of a request, which begins with ${base}.`,
    );
  }
  return callRegister(authority, {
    method: 'PUT',
    path: `${id}/${part}`,
    body,
    schema: rightsRequestViewSchema,
    what: 'the request',
  });
}
