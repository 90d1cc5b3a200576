import {
  newArticle18ExceptionSchema,
  newObjectionAnswerSchema,
  newObjectionExtensionSchema,
  type ObjectionView,
  objectionViewSchema,
} from '@grondslag/legal-basis';
import { authorityPaths, covers } from '@grondslag/protocol';
import * as z from 'zod';
import type { AuthorityConnection } from '../connect-authority.ts';
import { AgencyError } from '../errors.ts';
import { callRegister } from './call-register.ts';
import { parseInput } from './parse-input.ts';

const listSchema = z.object({ items: z.array(objectionViewSchema) });

/** The answer to an objection: `upheld` ends the access, `rejected` lets it go on. */
export type ObjectionAnswerInput = z.input<typeof newObjectionAnswerSchema>;
/** Why the answer takes up to two months longer. */
export type ObjectionExtensionInput = z.input<typeof newObjectionExtensionSchema>;
/** Why the access goes on during an objection. */
export type Article18ExceptionInput = z.input<typeof newArticle18ExceptionSchema>;

/** Objections against access of this agency, with the day an answer is due (Article 12(3) GDPR). */
export async function listObjections(
  authority: AuthorityConnection,
): Promise<readonly ObjectionView[]> {
  const { items } = await callRegister(authority, {
    path: authorityPaths.objections,
    schema: listSchema,
    what: 'the objections',
  });
  return items;
}

/** Answers an objection; a rejection shows the compelling grounds (Article 21(1) GDPR). */
export function answerObjection(
  authority: AuthorityConnection,
  id: string,
  answer: ObjectionAnswerInput,
): Promise<ObjectionView> {
  return put(authority, id, 'answer', parseInput(newObjectionAnswerSchema, answer, 'answer'));
}

/** Says within the first month that the answer takes longer, and why (Article 12(3) GDPR). */
export function extendObjection(
  authority: AuthorityConnection,
  id: string,
  extension: ObjectionExtensionInput,
): Promise<ObjectionView> {
  const body = parseInput(newObjectionExtensionSchema, extension, 'extension');
  return put(authority, id, 'extension', body);
}

/** Puts on record why the access goes on meanwhile (Article 18(2) GDPR); the citizen is told. */
export function recordException(
  authority: AuthorityConnection,
  id: string,
  exception: Article18ExceptionInput,
): Promise<ObjectionView> {
  const body = parseInput(newArticle18ExceptionSchema, exception, 'exception');
  return put(authority, id, 'exception', body);
}

function put(
  authority: AuthorityConnection,
  id: string,
  part: 'answer' | 'extension' | 'exception',
  body: object,
): Promise<ObjectionView> {
  const base = `${new URL(authorityPaths.objections, authority.url).href}/`;
  if (!URL.canParse(id) || !covers(base, id)) {
    throw new AgencyError(
      'credential_not_found',
      `Expected the id of an objection, which begins with ${base}.`,
    );
  }
  return callRegister(authority, {
    method: 'PUT',
    path: `${id}/${part}`,
    body,
    schema: objectionViewSchema,
    what: 'the objection',
  });
}
