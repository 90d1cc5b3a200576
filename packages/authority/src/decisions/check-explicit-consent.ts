import { type DataNeed, findSensitivities, type SpecialCategory } from '@grondslag/legal-basis';
import {
  actedByFromFields,
  explicitConsentFromFields,
  helperFromFields,
} from '@grondslag/protocol';
import { acl, g } from '@grondslag/vocab';
import type { AskedCredential } from '../credentials/asked-credential.ts';
import type { StoredRequest } from '../credentials/check-linked-request.ts';
import { AuthorityError } from '../errors.ts';
import { currentActivity } from '../register/current-activity.ts';
import type { RegisterStore } from '../register/register-store.ts';
import type { FindStorages } from '../vaults/find-storages.ts';
import type { DecisionStore } from './decision-store.ts';
import { kindsReached } from './kinds-reached.ts';
import type { LegalSettings } from './legal-settings.ts';
import { needsOfRequest } from './needs-of-request.ts';

/** Powers that knowing what is asked about apart needs. */
export interface ExplicitPowers {
  readonly decisions: DecisionStore;
  readonly register: RegisterStore;
  readonly legal: LegalSettings;
}

/**
 * A yes to special categories says to which of them it is an explicit yes (Article 9(2)(a) GDPR): in answer to a
 * question, and also when nobody asked. That a representative looks is no yes: the law lets them, for the citizen.
 *
 * @param citizen who gives it
 * @throws {AuthorityError} `explicit_consent_missing`
 */
export async function checkExplicitConsent(
  asked: AskedCredential,
  citizen: string,
  request: StoredRequest | undefined,
  powers: ExplicitPowers & { readonly findStorages: FindStorages; readonly now: Date },
): Promise<void> {
  if (asked.kind !== 'SolidAccessGrant' || isForRepresentative(asked)) return;
  const special = request
    ? await findKindsAskedApart(request, asked.resources, powers)
    : await findKindsReached(asked, citizen, powers);
  const given = new Set(explicitConsentFromFields(asked.customFields));
  const missing = special.filter((claimType) => !given.has(claimType));
  if (missing.length === 0) return;
  throw new AuthorityError(
    'explicit_consent_missing',
    `Ask the citizen apart about ${missing.join(', ')}, and name in ${g.explicitConsent} what they said yes to.`,
  );
}

/** The grant under which a representative reads: marks that nobody else can write. */
function isForRepresentative({ customFields }: AskedCredential): boolean {
  const actedBy = actedByFromFields(customFields);
  const helper = helperFromFields(customFields);
  return actedBy?.kind === 'representative' && helper === actedBy.helper;
}

/** Kinds of facts among `resources` of special categories, when the request is one that asks about them apart. */
export async function findKindsAskedApart(
  request: StoredRequest,
  resources: readonly string[],
  { decisions, register, legal, now }: ExplicitPowers & { readonly now: Date },
): Promise<readonly string[]> {
  const asked = (await decisions.list(request.id)).findLast(
    ({ occasion }) => occasion === 'request',
  );
  if (asked?.rule !== 'explicit_consent_asked') return [];
  const activity = request.credential.credentialSubject.hasConsent[g.processingActivity];
  const versions = typeof activity === 'string' ? await register.findActivity(activity) : [];
  // As it was when the citizen was asked, and as it is now: either makes it special.
  const at = new Date(asked.at);
  const registered = [at, now].flatMap((when) => currentActivity(versions, when)?.dataNeeds ?? []);
  return needsOfRequest(resources, undefined, registered)
    .filter((need) => isSpecial(need, legal))
    .map(({ claimType }) => claimType);
}

/** What these kinds tell, as the agency registered it: special categories by kind of fact; none where it did not say. */
export async function findSpecialCategories(
  { credential }: StoredRequest,
  kinds: readonly string[],
  { register, now }: Pick<ExplicitPowers, 'register'> & { readonly now: Date },
): Promise<Readonly<Record<string, SpecialCategory[]>>> {
  const activity = credential.credentialSubject.hasConsent[g.processingActivity];
  const versions = typeof activity === 'string' ? await register.findActivity(activity) : [];
  const needs = currentActivity(versions, now)?.dataNeeds ?? [];
  const named = kinds.map((kind): [string, SpecialCategory[]] => {
    const own = needs.filter(({ claimType }) => claimType === kind);
    return [kind, [...new Set(own.flatMap((need) => need.specialCategories ?? []))]];
  });
  return Object.fromEntries(named.filter(([, categories]) => categories.length > 0));
}

/** Of a yes to read that nobody asked for: kinds the operator knows for it, and those the agency registers so. */
async function findKindsReached(
  asked: AskedCredential,
  citizen: string,
  {
    register,
    legal,
    findStorages,
    now,
  }: ExplicitPowers & { readonly findStorages: FindStorages; readonly now: Date },
): Promise<readonly string[]> {
  if (!asked.modes.includes(acl.Read)) return [];
  const versions = await register.listActivities({ controller: asked.toAgent });
  const registered = [...Map.groupBy(versions, ({ id }) => id).values()]
    .flatMap((ofOne) => currentActivity(ofOne, now)?.dataNeeds ?? [])
    .filter((need) => isSpecial(need, legal))
    .map(({ claimType }) => claimType);
  const known = Object.entries(legal.sensitivities)
    .filter(([, sensitivities]) => sensitivities.includes('special-category'))
    .map(([claimType]) => claimType);
  const kinds = [...new Set([...known, ...registered])];
  return kinds.length === 0 ? [] : kindsReached(asked, kinds, await findStorages(citizen));
}

function isSpecial(need: DataNeed, { sensitivities }: LegalSettings): boolean {
  return findSensitivities([need], ({ claimType }) => sensitivities[claimType] ?? []).has(
    'special-category',
  );
}
