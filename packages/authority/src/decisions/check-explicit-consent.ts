import { findSensitivities } from '@grondslag/legal-basis';
import { explicitConsentFromFields } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import type { AskedCredential } from '../credentials/asked-credential.ts';
import type { StoredRequest } from '../credentials/check-linked-request.ts';
import { AuthorityError } from '../errors.ts';
import { currentActivity } from '../register/current-activity.ts';
import type { RegisterStore } from '../register/register-store.ts';
import type { DecisionStore } from './decision-store.ts';
import type { LegalSettings } from './legal-settings.ts';
import { needsOfRequest } from './needs-of-request.ts';

/** Powers that knowing what is asked about apart needs. */
export interface ExplicitPowers {
  readonly decisions: DecisionStore;
  readonly register: RegisterStore;
  readonly legal: LegalSettings;
}

/**
 * A yes to a question about special categories says to which of them it is an explicit yes (Article 9(2)(a) GDPR).
 *
 * @throws {AuthorityError} `explicit_consent_missing`
 */
export async function checkExplicitConsent(
  { kind, resources, customFields }: AskedCredential,
  request: StoredRequest | undefined,
  powers: ExplicitPowers & { readonly now: Date },
): Promise<void> {
  if (kind !== 'SolidAccessGrant' || request === undefined) return;
  const given = new Set(explicitConsentFromFields(customFields));
  const missing = (await findKindsAskedApart(request, resources, powers)).filter(
    (claimType) => !given.has(claimType),
  );
  if (missing.length === 0) return;
  throw new AuthorityError(
    'explicit_consent_missing',
    `Ask the citizen apart about ${missing.join(', ')}, and name in ${g.explicitConsent} what they said yes to.`,
  );
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
    .filter((need) =>
      findSensitivities([need], ({ claimType }) => legal.sensitivities[claimType] ?? []).has(
        'special-category',
      ),
    )
    .map(({ claimType }) => claimType);
}
