import { covers, type AccessMode as GrantMode } from '@grondslag/protocol';
import {
  AccessMode,
  type AclPermissionSet,
  IdentifierMap,
  IdentifierSetMultiMap,
  NotImplementedHttpError,
  type PermissionMap,
  PermissionReader,
  type PermissionReaderInput,
  type PermissionSet,
  type ResourceIdentifier,
} from '@solid/community-server';
import {
  type AccessGrantCredentials,
  accessGrantOf,
} from '../grant-token/access-grant-credentials.ts';
import type { GrondslagSettings } from '../grondslag-settings.ts';

/** WAC 1.0 §4.1: who may write may also append. */
const modesOf: Record<GrantMode, readonly AccessMode[]> = {
  read: [AccessMode.read],
  append: [AccessMode.append],
  write: [AccessMode.append, AccessMode.write],
};

/**
 * Adds what an access grant allows, and only that: it returns nothing but `true`s.
 *
 * A grant counts only for resources its authority is trusted for and its grantor controls by the vault's own
 * rules, so a grant of anyone else is worth nothing here, whatever the authority did.
 *
 * @NOTE Belongs below `AuthAuxiliaryReader`, which turns a request for an `.acl` or `.acr` into a question about
 * control, and control is never granted. The test on the name is a second lock on the same door.
 */
export class GrantPermissionReader extends PermissionReader {
  readonly #settings: GrondslagSettings;
  readonly #source: PermissionReader;

  /** @param source - Reads the vault's own rules: WAC or ACP. */
  constructor(settings: GrondslagSettings, source: PermissionReader) {
    super();
    this.#settings = settings;
    this.#source = source;
  }

  /** @throws {NotImplementedHttpError} for requests without a grant: the own rules then decide alone. */
  override async canHandle({ credentials }: PermissionReaderInput): Promise<void> {
    if (!accessGrantOf(credentials)) throw new NotImplementedHttpError('No access grant.');
  }

  override async handle(input: PermissionReaderInput): Promise<PermissionMap> {
    const grant = accessGrantOf(input.credentials);
    const authority = this.#settings.findAuthority(grant?.authority);
    const result: PermissionMap = new IdentifierMap();
    if (!grant || !authority) return result;

    const candidates = new IdentifierSetMultiMap<AccessMode>();
    const granted = new IdentifierMap<PermissionSet>();
    for (const [resource, modes] of input.requestedModes.entrySets()) {
      if (!this.#settings.isTrustedFor(authority, resource.path)) continue;
      const permissions = permissionsOn(resource, grant);
      if (!permissions) continue;
      granted.set(resource, permissions);
      candidates.set(resource, modes);
    }
    if (granted.size === 0) return result;

    const ofGrantor = await this.#source.handleSafe({
      credentials: { agent: { webId: grant.owner } },
      requestedModes: candidates,
    });
    for (const [resource, permissions] of granted) {
      const grantor: AclPermissionSet | undefined = ofGrantor.get(resource);
      if (grantor?.control === true) result.set(resource, permissions);
    }
    return result;
  }
}

function permissionsOn(
  { path }: ResourceIdentifier,
  { permissions }: AccessGrantCredentials,
): PermissionSet | undefined {
  if (path.endsWith('.acl') || path.endsWith('.acr')) return undefined;
  const covering = permissions.filter(({ resource, inherit }) => covers(resource, path, inherit));
  if (covering.length === 0) return undefined;
  const set: PermissionSet = {};
  for (const mode of covering.flatMap(({ modes }) => modes).flatMap((mode) => modesOf[mode])) {
    set[mode] = true;
  }
  return set;
}
