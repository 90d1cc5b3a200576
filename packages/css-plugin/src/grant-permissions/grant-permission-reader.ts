import { covers, type AccessMode as GrantMode } from '@grondslag/protocol';
import {
  AccessMode,
  AclMode,
  type AclPermissionSet,
  type ActivityEmitter,
  AS,
  IdentifierMap,
  IdentifierSetMultiMap,
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
import type { PlacedContainers } from '../placed/placed-containers.ts';
import { type ControlMemory, createControlMemory } from './control-memory.ts';

/** WAC 1.0 §4.1: who may write may also append. */
const modesOf: Record<GrantMode, readonly AccessMode[]> = {
  read: [AccessMode.read],
  append: [AccessMode.append],
  write: [AccessMode.append, AccessMode.write],
};

/** The server's type of modes leaves this one out; its own readers cast in the same way. */
const control = AclMode.control as string as AccessMode;

/**
 * Adds what an access grant allows to what the vault's own rules allow everyone, and only that.
 *
 * A grant counts only for resources its authority is trusted for and its grantor controls by the vault's own
 * rules, so a grant of anyone else is worth nothing here, whatever the authority did. Control is remembered for less
 * than a second, and no longer than access control stays as it is. Lawful access reads what a source placed, and
 * nothing else, whatever its token says or everyone may do.
 *
 * @NOTE Belongs below `AuthAuxiliaryReader`, which turns a request for an `.acl` or `.acr` into a question about
 * control, and control is never granted. The test on the name is a second lock on the same door.
 */
export class GrantPermissionReader extends PermissionReader {
  readonly #settings: GrondslagSettings;
  readonly #placed: PlacedContainers;
  readonly #source: PermissionReader;
  readonly #controlMemory: ControlMemory;

  /**
   * @param source - Reads the vault's own rules: WAC or ACP.
   * @param changes - Tells of every change this process makes to a resource.
   */
  constructor(
    settings: GrondslagSettings,
    placed: PlacedContainers,
    source: PermissionReader,
    changes: ActivityEmitter,
  ) {
    super();
    this.#settings = settings;
    this.#placed = placed;
    this.#source = source;
    this.#controlMemory = createControlMemory((webId, path) => this.#isControlled(webId, path));
    changes.on('changed', ({ path }, activity) => {
      // With a resource its own rules go too.
      if (isAccessControl(path) || activity.equals(AS.terms.Delete))
        this.#controlMemory.forgetAll();
    });
  }

  override async handle(input: PermissionReaderInput): Promise<PermissionMap> {
    const grant = accessGrantOf(input.credentials);
    if (!grant) return this.#source.handleSafe(input);

    const granted = await this.#readGranted(input, grant);
    // What everyone may do is not looked up when the grant is enough: evaluating rules is most of a request's cost.
    if (isEnough(granted, input.requestedModes)) return granted;
    // What is open to everyone is not lawful access, and must not be on record as such.
    if (grant.legalBasis !== undefined) return granted;
    const ofEveryone = await this.#source.handleSafe(input);
    for (const [resource, permissions] of granted) {
      ofEveryone.set(resource, { ...permissions, ...ofEveryone.get(resource) });
    }
    return ofEveryone;
  }

  async #readGranted(
    { requestedModes }: PermissionReaderInput,
    grant: AccessGrantCredentials,
  ): Promise<PermissionMap> {
    const result: PermissionMap = new IdentifierMap();
    const authority = this.#settings.findAuthority(grant.authority);
    if (!authority) return result;
    for (const resource of requestedModes.distinctKeys()) {
      if (!this.#settings.isTrustedFor(authority, resource.path)) continue;
      const permissions = permissionsOn(resource, grant);
      if (!permissions) continue;
      if (grant.legalBasis !== undefined && !(await this.#placed.hold(resource))) continue;
      if (!(await this.#controlMemory.isControlled(grant.owner, resource.path))) continue;
      result.set(resource, permissions);
    }
    return result;
  }

  async #isControlled(webId: string, path: string): Promise<boolean> {
    const resource = { path };
    const permissions = await this.#source.handleSafe({
      credentials: { agent: { webId } },
      requestedModes: new IdentifierSetMultiMap([[resource, control]]),
    });
    const set: AclPermissionSet | undefined = permissions.get(resource);
    return set?.control === true;
  }
}

function isAccessControl(path: string): boolean {
  return path.endsWith('.acl') || path.endsWith('.acr');
}

function permissionsOn(
  { path }: ResourceIdentifier,
  { permissions, legalBasis }: AccessGrantCredentials,
): PermissionSet | undefined {
  if (isAccessControl(path)) return undefined;
  const covering = permissions.filter(({ resource, inherit }) => covers(resource, path, inherit));
  if (covering.length === 0) return undefined;
  // Who may see some fields of a fact changes nothing of it: what a change does with the rest would tell of it.
  const onlyReads = legalBasis !== undefined || covering.some(({ fields }) => fields !== undefined);
  const set: PermissionSet = {};
  for (const mode of covering.flatMap(({ modes }) => modes).flatMap((mode) => modesOf[mode])) {
    if (mode === AccessMode.read || !onlyReads) set[mode] = true;
  }
  return set;
}

function isEnough(
  granted: PermissionMap,
  requestedModes: PermissionReaderInput['requestedModes'],
): boolean {
  for (const [resource, modes] of requestedModes.entrySets()) {
    const permissions = granted.get(resource);
    for (const mode of modes) if (!permissions?.[mode]) return false;
  }
  return true;
}
