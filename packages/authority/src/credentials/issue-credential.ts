import { ClaimsError, type SigningKey, signWithHash } from '@grondslag/claims';
import {
  type AccessCredential,
  accessCredentialSchema,
  actedByFromFields,
  explanationFromFields,
  FIELDS_FEATURE,
  sharedFieldsFromFields,
} from '@grondslag/protocol';
import { acl } from '@grondslag/vocab';
import type { NewCounterEntry } from '../counter/counter-store.ts';
import { checkExplicitConsent } from '../decisions/check-explicit-consent.ts';
import { type DecideRequestPowers, decideRequest } from '../decisions/decide-request.ts';
import type { DecisionEntry } from '../decisions/decision-store.ts';
import { AuthorityError } from '../errors.ts';
import type { AuthorityKeys } from '../keys/authority-keys.ts';
import type { AskControl } from '../vaults/ask-control.ts';
import type { FindStorages } from '../vaults/find-storages.ts';
import { givesWholeFacts } from '../vaults/gives-whole-facts.ts';
import type { Vault } from '../vaults/vault.ts';
import type { AskedCredential } from './asked-credential.ts';
import { buildCredential } from './build-credential.ts';
import {
  checkLinkedRequest,
  isRequest,
  requestCanceled,
  type StoredRequest,
} from './check-linked-request.ts';
import { vaultOfResources } from './check-resources.ts';
import { checkSharedFields } from './check-shared-fields.ts';
import { chooseDates, type Validity } from './choose-dates.ts';
import { createUuidV7, credentialUrl } from './credential-id.ts';
import type { CredentialStore, NewCredential } from './credential-store.ts';
import { nameNeededFields } from './name-needed-fields.ts';

/** Powers that issuing needs. */
export interface IssuePowers extends DecideRequestPowers {
  readonly baseUrl: string;
  readonly vaults: readonly Vault[];
  readonly credentials: CredentialStore;
  readonly keys: AuthorityKeys;
  readonly askControl: AskControl;
  readonly findStorages: FindStorages;
  readonly now: () => Date;
}

/**
 * Issues what the caller asks: a request to a citizen, or as a citizen a grant or a denial. Nothing is stored
 * before every rule is kept.
 *
 * @param caller WebID, verified
 * @param uuid of the credential, when it was promised before (version 7)
 * @param entered that a clerk entered the decision for the caller, to be stored with it
 * @throws {AuthorityError} with the rule that is broken as its code
 */
export async function issueCredential(
  sent: AskedCredential,
  caller: string,
  powers: IssuePowers,
  uuid: string = createUuidV7(powers.now()),
  entered?: NewCounterEntry,
): Promise<AccessCredential> {
  const now = powers.now();
  const asked = await nameNeededFields(sent, powers.register, now);
  if (asked.subject !== undefined && asked.subject !== caller) {
    throw new AuthorityError(
      'subject_not_caller',
      'credentialSubject.id should be your own WebID, or absent.',
    );
  }
  const vault = vaultOfResources(asked.resources, powers.vaults);
  checkSharedFields(asked);
  const id = credentialUrl(powers.baseUrl, uuid);
  const request = await findLinkedRequest(asked, caller, powers, now);
  const validity = chooseDates(asked, now, {
    ...(request && { linked: request.credential }),
    ...(asked.link?.verified && request?.expiresAt && { ends: request.expiresAt }),
  });
  await checkExplicitConsent(asked, caller, request, { ...powers, now });
  const decision = await decideRequest(asked, { agency: caller, credential: id, now }, powers);
  await checkControl(asked, caller, vault, powers.askControl);
  return store(asked, { id, caller, now, validity, request, vault, decision, entered }, powers);
}

/** The request this decides on: one of ours, made by the recipient and addressed to the caller. */
async function findLinkedRequest(
  asked: AskedCredential,
  caller: string,
  { credentials }: IssuePowers,
  now: Date,
): Promise<StoredRequest | undefined> {
  const { link, toAgent } = asked;
  if (link === undefined) return undefined;
  const found = await credentials.find(link.id);
  const request = isRequest(found) ? found : undefined;
  if (link.verified) {
    if (request === undefined) {
      throw new AuthorityError('request_unknown', 'verifiedRequest is not a request made here.');
    }
    checkLinkedRequest(asked, request, caller, now);
  }
  if (request?.toAgent !== caller || request.fromAgent !== toAgent) return undefined;
  if (request.revokedAt !== undefined) throw requestCanceled();
  if ((await credentials.findDecision(request.id)) !== undefined) throw alreadyDecided();
  return request;
}

/**
 * Who decides must control every resource: the caller, and for a request the citizen who is asked. Where fields are
 * named, the vault server must be able to keep to them: nobody chooses in vain.
 */
async function checkControl(
  asked: AskedCredential,
  caller: string,
  vault: Vault,
  askControl: AskControl,
): Promise<void> {
  const { kind, resources, toAgent } = asked;
  const asksCitizen = kind === 'SolidAccessRequest';
  const webId = asksCitizen ? toAgent : caller;
  const answer = await askControl({ vault, webId, resources });
  const controlled = new Set(answer.controlled);
  if (resources.every((resource) => controlled.has(resource))) {
    return checkKeepsToFields(asked, answer.features);
  }
  throw asksCitizen
    ? new AuthorityError(
        'resource_not_of_citizen',
        'forPersonalData should hold only resources that the citizen who is asked controls.',
      )
    : new AuthorityError(
        'not_controller',
        'Only who controls every resource named can decide who may use it.',
      );
}

/** @throws {AuthorityError} `vault_gives_whole_facts` */
function checkKeepsToFields(
  { kind, modes, customFields }: AskedCredential,
  features: readonly string[],
): void {
  if (features.includes(FIELDS_FEATURE) || !modes.includes(acl.Read)) return;
  const namesFields =
    kind === 'SolidAccessRequest'
      ? explanationFromFields(customFields)?.needs.some(({ fields }) => fields !== undefined)
      : kind === 'SolidAccessGrant' && sharedFieldsFromFields(customFields)?.length !== 0;
  if (namesFields) throw givesWholeFacts();
}

async function store(
  asked: AskedCredential,
  {
    id,
    caller,
    now,
    validity,
    request,
    vault,
    decision,
    entered,
  }: {
    readonly id: string;
    readonly caller: string;
    readonly now: Date;
    readonly validity: Validity;
    readonly request: StoredRequest | undefined;
    readonly vault: Vault;
    readonly decision: DecisionEntry | undefined;
    readonly entered: NewCounterEntry | undefined;
  },
  { baseUrl, credentials, keys }: IssuePowers,
): Promise<AccessCredential> {
  const actedBy = actedByFromFields(asked.customFields);
  for (;;) {
    const statusEntry = await credentials.findFreeStatusEntry();
    const unsigned = buildCredential(asked, {
      ...validity,
      baseUrl,
      id,
      subject: caller,
      statusEntry,
    });
    const { credential, signedHash } = await sign(unsigned, keys.credential, now);
    const stored: NewCredential = {
      ...validity,
      id,
      kind: asked.kind,
      fromAgent: caller,
      toAgent: asked.toAgent,
      statusEntry,
      recordedAt: now,
      credential,
      signedHash,
      resources: asked.resources,
      vaults: [vault.baseUrl],
      purposes: asked.purposes ?? [],
      ...(request && { decides: request.id }),
      ...(decision && { decision }),
      ...(entered && { entered }),
      ...(actedBy && { actedBy: actedBy.helper }),
    };
    switch (await credentials.add(stored)) {
      case 'added':
        return credential;
      case 'already_decided':
        throw alreadyDecided();
      case 'request_canceled':
        throw requestCanceled();
      case 'status_entry_taken':
      // Somebody was first with this place in the list: sign again for another.
    }
  }
}

async function sign(
  unsigned: object,
  key: SigningKey,
  now: Date,
): Promise<{ readonly credential: AccessCredential; readonly signedHash: string }> {
  try {
    // As it will be read back: JSON writes -0 as 0, and the signature is over what is served.
    const served = JSON.parse(JSON.stringify(unsigned)) as object;
    const { credential, signedHash } = await signWithHash(served, key, now);
    return { credential: accessCredentialSchema.parse(credential), signedHash };
  } catch (cause) {
    if (cause instanceof ClaimsError) {
      const code = cause.code === 'undefined_term' ? 'unknown_term' : 'invalid_credential';
      throw new AuthorityError(code, cause.message, { cause });
    }
    throw cause;
  }
}

function alreadyDecided(): AuthorityError {
  return new AuthorityError('already_decided', 'This request has been decided on.');
}
