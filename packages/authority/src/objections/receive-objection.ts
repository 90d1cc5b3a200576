import {
  article6Of,
  type Decision,
  type NewObjection,
  type Objection,
  rightsFor,
} from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import { explainRule } from '../decisions/explain-rule.ts';
import { recordDecision } from '../decisions/record-decision.ts';
import { ruleError } from '../decisions/rule-error.ts';
import { AuthorityError } from '../errors.ts';
import type { Actor } from '../helpers/identify-actor.ts';
import { createSeesAccess } from '../helpers/sees-access.ts';
import { checkVisible, lawfulAccessNotFound } from '../lawful-access/lawful-access-routes.ts';
import { type SettlePowers, settleLawfulAccess } from '../lawful-access/settle-lawful-access.ts';
import { createNotice } from '../notices/create-notice.ts';

const objectionOpen: Decision = {
  outcome: 'suspend',
  ...explainRule('objection_open'),
  warnings: [],
};

/** Id of an objection, where it can be fetched. */
export function objectionUrl(baseUrl: string, uuid: string): string {
  return new URL(`${authorityPaths.objections}/${uuid}`, baseUrl).href;
}

/**
 * Receives an objection of a citizen: from that moment the access stands still (Article 18(1)(d) GDPR).
 *
 * @throws {AuthorityError} `lawful_access_not_found`, `no_right_to_object`, `objection_pending`, `objection_upheld`
 */
export async function receiveObjection(
  { access: id, grounds }: NewObjection,
  actor: Actor,
  uuid: string,
  powers: SettlePowers & { readonly baseUrl: string },
): Promise<Objection> {
  const { lawfulAccesses, objections } = powers;
  const { webId: citizen, helper } = actor;
  const now = powers.now();
  const record = checkVisible(await lawfulAccesses.find(id), citizen, now);
  const { access, credential } = record;
  const isSeen = access.citizen === citizen && (await createSeesAccess(actor, powers)(access));
  if (!isSeen) throw lawfulAccessNotFound();
  const right = rightsFor(article6Of(access.basis) ?? 'e', {
    providedByCitizen: false,
    automatedDecision: false,
    objection: 'none',
    directMarketing: false,
  }).find((one) => one.right === 'object');
  if (right?.available === 'no') throw new AuthorityError('no_right_to_object', right.why.en);
  const before = await objections.listAgainst(id);
  if (before.some(({ answer }) => answer?.outcome === 'upheld'))
    throw ruleError('objection_upheld');
  const objection: Objection = {
    id: objectionUrl(powers.baseUrl, uuid),
    access: id,
    citizen,
    agency: access.agency,
    // Where there is a right to object there is a mandate.
    mandate: access.mandate?.id ?? access.activity.id,
    grounds,
    receivedAt: now.toISOString(),
    ...(helper && { helper: helper.id }),
  };
  const about = { agency: access.agency, citizen, credential, now };
  const isAdded = await objections.add(
    objection,
    createNotice('objection-received', access, now, { objection: objection.id }),
    {
      access,
      credential,
      at: now,
      decision: recordDecision(objectionOpen, 'review', about),
    },
  );
  if (!isAdded) {
    throw new AuthorityError('objection_pending', 'Your earlier objection waits for an answer.');
  }
  // Other access of this agency for the same purpose stands still too.
  await settleLawfulAccess({ agency: access.agency, citizen }, powers);
  return objection;
}
