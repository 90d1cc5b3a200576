import { actedByToFields, helperToFields, themeContainer } from '@grondslag/protocol';
import { acl } from '@grondslag/vocab';
import type { AskedCredential } from '../credentials/asked-credential.ts';
import type { NewCredential } from '../credentials/credential-store.ts';
import { issueCredential } from '../credentials/issue-credential.ts';
import { AuthorityError } from '../errors.ts';
import { type Helper, type HelperOpening, helperState, isFactOf } from './helper.ts';
import type { HelperPowers } from './helper-powers.ts';

/**
 * Lets a helper see these facts and no other, and starts the help the first time. They are read under a grant of the
 * citizen to the helper, so a vault server needs to know nothing of helpers. What comes into the vault later stays
 * hidden until it is shown. A representative sees all there is in the themes, also what comes later: the law lets them,
 * and nobody chooses.
 *
 * @throws {AuthorityError} `helper_not_to_confirm`, `no_vault`, `outside_help`, `not_controller`,
 *   `explicit_consent_missing`
 */
export async function showFacts(
  helper: Helper,
  facts: readonly string[],
  powers: HelperPowers,
): Promise<Helper> {
  const at = powers.now();
  const state = helperState(helper, at);
  if (state !== 'to-confirm' && state !== 'active') throw notToConfirm();
  const containers = await findContainers(helper, powers);
  if (!facts.every((fact) => isFactOf(containers, fact))) {
    throw new AuthorityError('outside_help', 'facts should hold single facts of the themes only.');
  }
  const isByLaw = helper.terms.kind === 'representative';
  const opened: HelperOpening = { containers, facts: isByLaw ? [] : [...new Set(facts)] };
  const store = async (grant?: NewCredential) => {
    const outcome = await powers.helpers.show(helper, { ...opened, at }, grant);
    if (outcome === 'gone') throw notToConfirm();
    return outcome;
  };
  const resources = isByLaw ? containers : opened.facts;
  if (resources.length === 0) await store();
  else await issueGrant(helper, resources, powers, store);
  const shown = await powers.helpers.find(helper.id);
  return shown ?? helper;
}

async function findContainers(
  { citizen, terms }: Helper,
  { findStorages }: HelperPowers,
): Promise<string[]> {
  const storages = await findStorages(citizen);
  if (storages.length > 0) {
    return storages.flatMap((storage) =>
      terms.themes.map((theme) => themeContainer(storage, theme)),
    );
  }
  throw new AuthorityError('no_vault', 'There is no vault of the citizen to let somebody look in.');
}

async function issueGrant(
  { id, citizen, helper, terms, until }: Helper,
  resources: readonly string[],
  powers: HelperPowers,
  store: (grant: NewCredential) => ReturnType<HelperPowers['credentials']['add']>,
): Promise<void> {
  const inAYear = powers.now();
  inAYear.setUTCFullYear(inAYear.getUTCFullYear() + 1);
  const asked: AskedCredential = {
    kind: 'SolidAccessGrant',
    expirationDate: until < inAYear ? until : inAYear,
    modes: [acl.Read],
    resources,
    inherit: terms.kind === 'representative',
    toAgent: helper ?? '',
    customFields: {
      ...helperToFields(id),
      ...(terms.kind === 'representative' && actedByToFields({ helper: id, kind: terms.kind })),
    },
  };
  const credentials = { ...powers.credentials, add: store };
  await issueCredential(asked, citizen, { ...powers, credentials });
}

function notToConfirm(): AuthorityError {
  return new AuthorityError(
    'helper_not_to_confirm',
    'Nobody took the invitation yet, or the help has ended.',
  );
}
