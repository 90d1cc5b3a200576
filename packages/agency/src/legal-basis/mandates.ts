import type { SigningKey } from '@grondslag/claims';
import {
  compareDocuments,
  type MandateView,
  mandateListSchema,
  mandateViewSchema,
  type NewMandate,
  type NewMandateStep,
  newMandateSchema,
  newMandateStepSchema,
  type Official,
  type ProcessingActivity,
  processingActivitySchema,
  signMandate,
} from '@grondslag/legal-basis';
import { authorityPaths, covers } from '@grondslag/protocol';
import type { AuthorityConnection } from '../connect-authority.ts';
import { AgencyError } from '../errors.ts';
import { callRegister, tryRegister } from './call-register.ts';
import { parseInput } from './parse-input.ts';
import { type Refused, refusedBy } from './refused.ts';

/** What came of a registration: the activity as it is on record, or the rule in the way. */
export type ActivityOutcome =
  | { readonly status: 'registered'; readonly activity: ProcessingActivity }
  | Refused;

/** A mandate as it now stands, with what it breaks or lacks; or the rule in the way. */
export type MandateOutcome = ({ readonly status: 'done' } & MandateView) | Refused;

/** One step of a mandate, by a named official. */
export interface MandateStepInput {
  /** Id of the mandate at the authority. */
  readonly mandate: string;
  readonly by: Official;
  readonly reasons: string;
}

/** The decision: signed by the official with a key that the register of participants has for this agency. */
export interface MandateDecision extends MandateStepInput {
  readonly key: Pick<SigningKey, 'id' | 'privateKey'>;
  /**
   * SHA-256 of the attached documents as they are now, by URL (`digestDocuments`). Given: each is compared before
   * anything is signed. Absent: nothing is compared.
   */
  readonly documents?: ReadonlyMap<string, string>;
}

/** Puts a processing activity, or a new version of it, in the register (Article 30 GDPR). */
export async function registerActivity(
  authority: AuthorityConnection,
  activity: ProcessingActivity,
): Promise<ActivityOutcome> {
  const answer = await tryRegister(authority, {
    method: 'POST',
    path: authorityPaths.processingActivities,
    body: parseInput(processingActivitySchema, activity, 'processing activity'),
    schema: processingActivitySchema,
    what: 'the processing activity',
  });
  return answer.status === 'done' ? { status: 'registered', activity: answer.body } : answer;
}

/** Sends a mandate, or a new version; what is missing comes back in words and stops nothing yet. */
export async function draftMandate(
  authority: AuthorityConnection,
  draft: NewMandate,
): Promise<MandateOutcome> {
  return outcomeOf(
    await tryRegister(authority, {
      method: 'POST',
      path: authorityPaths.mandates,
      body: parseInput(newMandateSchema, draft, 'mandate'),
      schema: mandateViewSchema,
      what: 'the mandate',
    }),
  );
}

/** A mandate as it stands. */
export async function findMandate(
  authority: AuthorityConnection,
  id: string,
): Promise<MandateView> {
  return callRegister(authority, {
    path: mandateUrl(authority, id),
    schema: mandateViewSchema,
    what: 'the mandate',
  });
}

/** The mandates of this agency, drafts too: of each the newest version. */
export async function listMandates(
  authority: AuthorityConnection,
  webId: string,
): Promise<readonly MandateView[]> {
  const { items } = await callRegister(authority, {
    path: `${authorityPaths.mandates}?${new URLSearchParams({ agency: webId })}`,
    schema: mandateListSchema,
    what: 'the mandates',
  });
  return items;
}

/**
 * Signs the text of the mandate as it is at the authority (RFC 7515, RFC 8785), and has that put on record. With
 * `documents`, only when each of them is still what was weighed: else `assessment_changed`, and nothing is signed.
 *
 * @throws {TypeError} when `documents` lacks one that the mandate names
 */
export async function decideMandate(
  authority: AuthorityConnection,
  { mandate: id, by, reasons, key, documents }: MandateDecision,
): Promise<MandateOutcome> {
  const { mandate } = await findMandate(authority, id);
  if (documents) {
    const { changed, missing } = compareDocuments(mandate, documents);
    if (changed.length > 0) return refusedBy('assessment_changed');
    if (missing.length > 0) {
      const urls = missing.map(({ url }) => `\n  ${url}`).join('');
      throw new TypeError(`Expected each attached document; nothing was signed without:${urls}`);
    }
  }
  const signature = await signMandate(mandate, { by, reasons }, key);
  const { version } = mandate;
  return takeStep(authority, id, { step: 'decided', by, reasons, signature, version });
}

/** One step without a signature. */
export async function takeStep(
  authority: AuthorityConnection,
  id: string,
  step: NewMandateStep,
): Promise<MandateOutcome> {
  return outcomeOf(
    await tryRegister(authority, {
      method: 'POST',
      path: `${mandateUrl(authority, id)}/steps`,
      body: parseInput(newMandateStepSchema, step, 'step of a mandate'),
      schema: mandateViewSchema,
      what: 'the mandate',
    }),
  );
}

function outcomeOf(
  answer: { readonly status: 'done'; readonly body: MandateView } | Refused,
): MandateOutcome {
  return answer.status === 'done' ? { status: 'done', ...answer.body } : answer;
}

function mandateUrl(authority: AuthorityConnection, id: string): string {
  const base = `${new URL(authorityPaths.mandates, authority.url).href}/`;
  if (URL.canParse(id) && covers(base, id)) return id;
  throw new AgencyError(
    'credential_not_found',
    `Expected the id of a mandate, which begins with ${base}.`,
  );
}
