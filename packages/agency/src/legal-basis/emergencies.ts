import {
  type LawfulAccessView,
  lawfulAccessViewSchema,
  newEmergencyReviewSchema,
  type ReviewState,
} from '@grondslag/legal-basis';
import { authorityPaths, covers } from '@grondslag/protocol';
import * as z from 'zod';
import type { AuthorityConnection } from '../connect-authority.ts';
import { AgencyError } from '../errors.ts';
import { callRegister } from './call-register.ts';
import { parseInput } from './parse-input.ts';

const pageSchema = z.object({
  items: z.array(lawfulAccessViewSchema),
  next: z.url().exactOptional(),
});
/** Pages that are read at most. */
const MAX_PAGES = 50;

/** What somebody found who did not open the emergency access, for the citizen to read. */
export type EmergencyReviewInput = z.input<typeof newEmergencyReviewSchema>;

/** Emergencies of this agency by where their review stands, newest first. */
export async function listEmergencies(
  authority: AuthorityConnection,
  review: ReviewState,
): Promise<readonly LawfulAccessView[]> {
  const found: LawfulAccessView[] = [];
  let path: string | undefined = `${authorityPaths.lawfulAccesses}?agency=me&review=${review}`;
  for (let pages = 0; path !== undefined && pages < MAX_PAGES; pages++) {
    const page: z.infer<typeof pageSchema> = await callRegister(authority, {
      path,
      schema: pageSchema,
      what: 'the emergencies',
    });
    found.push(...page.items);
    path = page.next;
  }
  return found;
}

/** Puts the review of an emergency on record, once; it is not by who opened it (Article 6(1)(d) GDPR). */
export async function reviewEmergency(
  authority: AuthorityConnection,
  id: string,
  review: EmergencyReviewInput,
): Promise<LawfulAccessView> {
  const base = `${new URL(authorityPaths.lawfulAccesses, authority.url).href}/`;
  if (!URL.canParse(id) || !covers(base, id)) {
    throw new AgencyError(
      'credential_not_found',
      `Expected the id of lawful access, which begins with ${base}.`,
    );
  }
  return callRegister(authority, {
    method: 'PUT',
    path: `${id}/review`,
    body: parseInput(newEmergencyReviewSchema, review, 'review'),
    schema: lawfulAccessViewSchema,
    what: 'the lawful access',
  });
}
