import { signWithHash } from '@grondslag/claims';
import {
  type Ask,
  type DataNeed,
  type Decision,
  decide,
  lawfulAccessCredentialSchema,
  type Mandate,
  type NewLawfulAccess,
  type ProcessingActivity,
  type Question,
} from '@grondslag/legal-basis';
import {
  type ClaimType,
  claimTypes,
  factContainer,
  type SourceParticipant,
} from '@grondslag/protocol';
import { vaultOfResources } from '../credentials/check-resources.ts';
import { credentialUrl } from '../credentials/credential-id.ts';
import { LAWFUL_ACCESS } from '../credentials/credential-store.ts';
import type { IssuePowers } from '../credentials/issue-credential.ts';
import type { DecisionStore } from '../decisions/decision-store.ts';
import { gatherQuestion, type QuestionPowers } from '../decisions/gather-question.ts';
import { recordDecision } from '../decisions/record-decision.ts';
import { ruleError } from '../decisions/rule-error.ts';
import { AuthorityError } from '../errors.ts';
import type { Log } from '../http/log.ts';
import { createNotice } from '../notices/create-notice.ts';
import { currentActivity } from '../register/current-activity.ts';
import type { FindStorages } from '../vaults/find-storages.ts';
import {
  buildInformation,
  buildLawfulAccess,
  buildLawfulAccessCredential,
  type Extent,
  type Footing,
} from './build-lawful-access.ts';
import type { EmergencyReviewStore } from './emergency-review-store.ts';
import type { LawfulAccessRecord, LawfulAccessStore } from './lawful-access-store.ts';
import { lawfulAccessUrl } from './lawful-access-url.ts';

/** Powers that giving lawful access needs. */
export interface GivePowers extends IssuePowers, QuestionPowers {
  readonly lawfulAccesses: LawfulAccessStore;
  readonly emergencyReviews: EmergencyReviewStore;
  readonly decisions: DecisionStore;
  readonly sources: readonly SourceParticipant[];
  readonly findStorages: FindStorages;
  readonly log: Log;
}

/**
 * Gives an agency access without consent, when every rule allows it: decided on and put on record, signed, and told to
 * the citizen as the mandate says. A refusal is put on record too.
 *
 * @param agency WebID, verified
 * @param uuid of the access and of its credential
 * @throws {AuthorityError} with the rule that refuses as its code; `no_vault`, `expiry_in_past`
 */
export async function issueLawfulAccess(
  sent: NewLawfulAccess,
  agency: string,
  uuid: string,
  powers: GivePowers,
): Promise<LawfulAccessRecord> {
  const now = powers.now();
  if (sent.until !== undefined && new Date(sent.until) <= now) {
    throw new AuthorityError('expiry_in_past', 'until is in the past.');
  }
  const question = await ask(sent, agency, powers, now);
  const decision = decide(question);
  const credential = credentialUrl(powers.baseUrl, uuid);
  const about = { agency, citizen: sent.citizen, now };
  if (decision.outcome !== 'allow' && decision.outcome !== 'break-glass') {
    await powers.decisions.add(recordDecision(decision, 'access', about));
    // Consent or a contract is not given here.
    throw ruleError(
      decision.outcome === 'ask' || decision.outcome === 'confirm'
        ? 'mandate_for_consent'
        : decision.rule,
    );
  }
  const { storage, resources } = await findResources(sent.citizen, question.ask.dataNeeds, powers);
  const entry = recordDecision(decision, 'access', { ...about, credential });
  if (decision.outcome === 'break-glass') {
    // Written down before anything opens.
    powers.log({ level: 'warn', event: 'break_glass', reference: uuid });
    await powers.decisions.add(entry);
  }
  const id = lawfulAccessUrl(powers.baseUrl, uuid);
  const extent = { ...extentOf(decision, question, now), id, resources };
  const vault = vaultOfResources([storage], powers.vaults).baseUrl;
  return sign(footingOf(question), extent, { credential, vault }, powers, (access) => ({
    ...(decision.outcome === 'allow' && { decision: entry }),
    notice: (information) =>
      createNotice(
        decision.outcome === 'allow' ? 'access-given' : 'emergency-access',
        access,
        now,
        { information },
      ),
  }));
}

async function ask(
  { mandate: mandateId, activity: activityId, citizen, ...sent }: NewLawfulAccess,
  agency: string,
  powers: GivePowers,
  now: Date,
): Promise<Question> {
  const mandate =
    mandateId === undefined ? undefined : await findMandate(mandateId, agency, powers);
  const activity = activityId ?? mandate?.activity.id;
  const named = mandate ?? (await findActivity(activityId, agency, powers, now));
  if (named === undefined) {
    throw ruleError(mandateId === undefined ? 'activity_unknown' : 'mandate_missing');
  }
  const dataNeeds = sent.dataNeeds ?? named.dataNeeds;
  const asked: Ask = {
    basis: named.basis,
    agency,
    citizen,
    purpose: named.purpose,
    dataNeeds,
    until: new Date(sent.until ?? mandate?.validUntil ?? now),
    placedBySource: dataNeeds.every(({ claimType }) => isPlaced(claimType)),
    ...(sent.breakGlass && {
      breakGlass: {
        ...sent.breakGlass,
        reviewOverdue: (await powers.emergencyReviews.countOverdue(now, agency)) > 0,
      },
    }),
  };
  return gatherQuestion(
    asked,
    { ...(mandate && { mandate }), ...(activity !== undefined && { activity }) },
    powers,
    now,
  );
}

/** The newest version that was published, or the agency's own newest: a rule says what it lacks. */
async function findMandate(
  id: string,
  agency: string,
  { mandates }: GivePowers,
): Promise<Mandate | undefined> {
  const versions = await mandates.findVersions(id);
  const published = versions.find(({ steps }) => steps.some(({ step }) => step === 'published'));
  return published ?? versions.find((one) => one.agency === agency);
}

async function findActivity(
  id: string | undefined,
  agency: string,
  { register }: GivePowers,
  now: Date,
): Promise<ProcessingActivity | undefined> {
  if (id === undefined) return undefined;
  const found = currentActivity(await register.findActivity(id), now);
  return found?.controller === agency ? found : undefined;
}

function isPlaced(claimType: string): claimType is ClaimType {
  return (claimTypes as readonly string[]).includes(claimType);
}

/**
 * The containers in which the citizen's vault keeps these kinds of fact, where the citizen controls them.
 *
 * @throws {AuthorityError} `no_vault`
 */
async function findResources(
  citizen: string,
  dataNeeds: readonly DataNeed[],
  { findStorages, askControl, vaults }: GivePowers,
): Promise<{ readonly storage: string; readonly resources: string[] }> {
  const kinds = new Set(dataNeeds.map(({ claimType }) => claimType));
  for (const storage of await findStorages(citizen)) {
    const resources = [...kinds].filter(isPlaced).map((kind) => factContainer(storage, kind));
    const vault = vaultOfResources(resources, vaults);
    const { controlled } = await askControl({ vault, webId: citizen, resources });
    if (resources.every((one) => controlled.includes(one))) return { storage, resources };
  }
  throw new AuthorityError(
    'no_vault',
    'This citizen has no vault on a vault server of this authority; take the other route.',
  );
}

function footingOf({ participant, activity, mandate }: Question): Footing {
  // The rules let nothing pass without these.
  if (participant === undefined || activity === undefined) throw ruleError('activity_unknown');
  return { participant, activity, ...(mandate && { mandate }) };
}

type Allowed = Extract<Decision, { outcome: 'allow' | 'break-glass' }>;

function extentOf(
  decision: Allowed,
  { ask: { citizen, dataNeeds, breakGlass } }: Question,
  now: Date,
): Omit<Extent, 'id' | 'resources'> {
  const shared = { citizen, dataNeeds: [...dataNeeds], issuedAt: now, until: decision.until };
  if (decision.outcome === 'allow') {
    return { ...shared, from: decision.from, notice: decision.notice };
  }
  return {
    ...shared,
    from: now,
    notice: { when: 'at-once' },
    emergency: {
      danger: breakGlass?.danger ?? '',
      whyNoOtherBasis: breakGlass?.whyNoOtherBasis ?? '',
      officials: [...(breakGlass?.officials ?? [])],
      reviewBefore: decision.reviewBefore.toISOString(),
    },
  };
}

type Records = Parameters<LawfulAccessStore['add']>[0];

async function sign(
  footing: Footing,
  extent: Extent,
  { credential: id, vault }: { readonly credential: string; readonly vault: string },
  { baseUrl, keys, credentials, lawfulAccesses, sources, legal }: GivePowers,
  recordsOf: (access: LawfulAccessRecord['access']) => Pick<Records, 'decision'> & {
    readonly notice: (information: Records['information']) => Records['notice'];
  },
): Promise<LawfulAccessRecord> {
  const access = buildLawfulAccess(footing, extent);
  const information = buildInformation(footing, extent, sources, legal);
  const { notice, ...records } = recordsOf(access);
  const { issuedAt, from, until } = extent;
  for (;;) {
    const statusEntry = await credentials.findFreeStatusEntry();
    const unsigned = buildLawfulAccessCredential(access, { baseUrl, id, statusEntry });
    const signed = await signWithHash(unsigned, keys.credential, issuedAt);
    const outcome = await lawfulAccesses.add({
      access,
      information,
      credential: {
        id,
        kind: LAWFUL_ACCESS,
        fromAgent: access.citizen,
        toAgent: access.agency,
        statusEntry,
        recordedAt: issuedAt,
        validFrom: from,
        expiresAt: until,
        credential: lawfulAccessCredentialSchema.parse(signed.credential),
        signedHash: signed.signedHash,
        resources: access.resources,
        vaults: [vault],
        purposes: [access.purpose],
      },
      ...records,
      notice: notice(information),
    });
    // Otherwise somebody was first with this place in the list: sign again for another.
    if (outcome === 'added') return { access, credential: id, information };
  }
}
