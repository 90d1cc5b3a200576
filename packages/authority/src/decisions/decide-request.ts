import {
  type Ask,
  article6Iri,
  type Decision,
  decide,
  type EarlierDecision,
  type Question,
} from '@grondslag/legal-basis';
import {
  type ConsentGate,
  consentGateFromFields,
  explanationFromFields,
} from '@grondslag/protocol';
import { acl, g } from '@grondslag/vocab';
import type { AskedCredential } from '../credentials/asked-credential.ts';
import type { CredentialStore } from '../credentials/credential-store.ts';
import { currentActivity } from '../register/current-activity.ts';
import type { DecisionEntry, DecisionStore } from './decision-store.ts';
import { gatherQuestion, type QuestionPowers } from './gather-question.ts';
import { kindsIn, needsOfRequest } from './needs-of-request.ts';
import { recordDecision } from './record-decision.ts';
import { ruleError } from './rule-error.ts';

const MAX_EARLIER = 50;
const YEAR_MILLISECONDS = 31_557_600_000;

/** Powers that deciding on a request needs. */
export interface DecideRequestPowers extends QuestionPowers {
  readonly credentials: CredentialStore;
  readonly decisions: DecisionStore;
}

/**
 * Decides whether a registered agency may ask a citizen for consent to read, for each of its purposes. Who is not in the
 * register may ask, and the citizen sees a stranger: nothing is decided then, as for a source that asks to place facts.
 *
 * @param credential id that the request will have
 * @returns what is to be stored with the request
 * @throws {AuthorityError} with the rule that refuses, which is put on record
 */
export async function decideRequest(
  asked: AskedCredential,
  {
    agency,
    credential,
    now,
  }: { readonly agency: string; readonly credential: string; readonly now: Date },
  powers: DecideRequestPowers,
): Promise<DecisionEntry | undefined> {
  if (asked.kind !== 'SolidAccessRequest' || !asked.modes.includes(acl.Read)) return undefined;
  if ((await powers.register.findParticipant(agency)) === undefined) return undefined;
  const about = { agency, citizen: asked.toAgent, now };
  let decision: Decision | undefined;
  for (const purpose of asked.purposes?.length ? asked.purposes : ['']) {
    const question = await questionOf(asked, { agency, purpose, now }, powers);
    decision = decideFreely(question, powers.legal);
    if (decision.outcome === 'ask') continue;
    await powers.decisions.add(recordDecision(decision, 'request', about));
    throw ruleError(decision.rule);
  }
  return decision && recordDecision(decision, 'request', { ...about, credential });
}

/** Whether a citizen is free to refuse may be a warning instead, where the operator chose that. */
function decideFreely(question: Question, { consentGate }: QuestionPowers['legal']): Decision {
  const decision = decide(question);
  if (decision.rule !== 'consent_not_free' || consentGate === 'enforce') return decision;
  const passed = decide({ ...question, ask: { ...question.ask, consentGate: everything } });
  return { ...passed, warnings: [...passed.warnings, 'consent_not_free'] };
}

const everything: ConsentGate = {
  refusalCostsNothing: true,
  noLawCoversIt: true,
  inOwnInterest: true,
  onePurpose: true,
  easyToWithdraw: true,
  adviceAttached: true,
  confirmedBy: { name: 'nobody', role: 'none' },
};

async function questionOf(
  { customFields, resources, toAgent, expirationDate, purposes }: AskedCredential,
  { agency, purpose, now }: { agency: string; purpose: string; now: Date },
  powers: DecideRequestPowers,
): Promise<Question> {
  const activity = customFields[g.processingActivity];
  const id = typeof activity === 'string' ? activity : undefined;
  const versions = id === undefined ? [] : await powers.register.findActivity(id);
  const registered = currentActivity(versions, now)?.dataNeeds ?? [];
  const dataNeeds = needsOfRequest(resources, explanationFromFields(customFields), registered);
  const confirmed = consentGateFromFields(customFields);
  // Several in one question is not one purpose, whatever an official confirms.
  const gate =
    confirmed && (purposes?.length ?? 0) > 1 ? { ...confirmed, onePurpose: false } : confirmed;
  const ask: Ask = {
    basis: article6Iri('a'),
    agency,
    citizen: toAgent,
    purpose,
    dataNeeds,
    until: expirationDate ?? new Date(now.getTime() + YEAR_MILLISECONDS),
    placedBySource: false,
    ...(gate && { consentGate: gate }),
  };
  const question = await gatherQuestion(ask, id === undefined ? {} : { activity: id }, powers, now);
  return { ...question, earlier: await findEarlier(ask, powers, now) };
}

/** What this citizen decided before about this agency; a grant of a kind of fact opens all parts of it. */
async function findEarlier(
  { citizen, agency, dataNeeds }: Ask,
  { credentials }: DecideRequestPowers,
  now: Date,
): Promise<EarlierDecision[]> {
  const { items } = await credentials.query({
    ...{ participant: citizen, fromAgent: citizen, toAgent: agency, state: 'Active' },
    ...{ limit: MAX_EARLIER, now },
  });
  return items.flatMap(({ kind, credential, expiresAt }) => {
    const { credentialSubject } = credential;
    if (!('providedConsent' in credentialSubject)) return [];
    const { forPersonalData, forPurpose = [] } = credentialSubject.providedConsent;
    const kinds = new Set<string>(kindsIn(forPersonalData));
    return forPurpose.map((purpose) => ({
      kind: kind === 'SolidAccessGrant' ? ('grant' as const) : ('denial' as const),
      purpose,
      dataNeeds: dataNeeds.filter(({ claimType }) => kinds.has(claimType)),
      ...(expiresAt && { until: expiresAt }),
    }));
  });
}
