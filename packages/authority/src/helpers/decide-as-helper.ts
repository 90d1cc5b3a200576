import { actedByToFields } from '@grondslag/protocol';
import { acl, g } from '@grondslag/vocab';
import type { AskedCredential } from '../credentials/asked-credential.ts';
import { isRequest } from '../credentials/check-linked-request.ts';
import type { CredentialStore, StoredCredential } from '../credentials/credential-store.ts';
import { isAccess } from '../credentials/credential-store.ts';
import { AuthorityError } from '../errors.ts';
import { type Helper, isInSight, isShown } from './helper.ts';
import type { Actor } from './identify-actor.ts';
import { seesCredential } from './in-sight.ts';

/** Whether an agency takes part: a helper says yes to nobody else. */
export type KnowsAgency = (webId: string) => Promise<boolean>;

/**
 * A decision of a helper, marked as theirs: an answer to a question that the helper sees, about facts that the helper
 * sees, to read, to an agency that takes part. Nothing a helper asked themselves, and no explicit consent to special
 * categories (Article 9(2)(a) GDPR), which is the citizen's or a representative's.
 *
 * @throws {AuthorityError} `not_for_helpers`, `outside_help`
 */
export async function decideAsHelper(
  asked: AskedCredential,
  actor: Actor & { readonly helper: Helper },
  {
    credentials,
    knowsAgency,
  }: { readonly credentials: CredentialStore; readonly knowsAgency: KnowsAgency },
): Promise<AskedCredential> {
  const { helper } = actor;
  const { kind, link, resources, modes, toAgent, customFields } = asked;
  const request = link?.verified ? await credentials.find(link.id) : undefined;
  if (kind === 'SolidAccessRequest' || request === undefined) {
    throw new AuthorityError(
      'not_for_helpers',
      'A helper answers questions, and asks or gives nothing beside.',
    );
  }
  const isOwn = toAgent === actor.caller.webId;
  if (!isRequest(request) || !seesCredential(actor, request) || isOwn) throw outside('question');
  if (!isInSight(helper, resources)) throw outside('fact');
  if (kind === 'SolidAccessGrant') {
    // A container holds what comes later too, and what is hidden.
    if (!resources.every((one) => isShown(helper, one))) throw outside('fact');
    if (modes.some((mode) => mode !== acl.Read)) throw outside('way of use');
    if (helper.terms.kind === 'helper' && customFields[g.explicitConsent] !== undefined) {
      throw new AuthorityError(
        'not_for_helpers',
        'The citizen gives explicit consent to special categories, and a helper does not.',
      );
    }
    if (!(await knowsAgency(toAgent))) throw outside('agency');
  }
  const mark = actedByToFields({ helper: helper.id, kind: helper.terms.kind });
  return { ...asked, customFields: { ...customFields, ...mark } };
}

/**
 * Checks that a helper may end this: a grant to an agency about what the helper sees.
 *
 * @throws {AuthorityError} `not_for_helpers`, `outside_help`
 */
export function checkMayWithdraw(
  stored: StoredCredential | undefined,
  actor: Actor & { readonly helper: Helper },
): void {
  if (stored === undefined || !seesCredential(actor, stored)) throw outside('grant');
  if (isAccess(stored) && stored.kind === 'SolidAccessGrant' && stored.id !== actor.helper.grant)
    return;
  throw new AuthorityError(
    'not_for_helpers',
    'A helper stops the use by agencies, and nothing else.',
  );
}

function outside(what: string): AuthorityError {
  return new AuthorityError('outside_help', `The citizen lets you help with another ${what} only.`);
}
