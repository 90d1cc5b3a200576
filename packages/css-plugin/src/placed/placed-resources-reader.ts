import {
  AccessMode,
  type PermissionMap,
  PermissionReader,
  type PermissionReaderInput,
} from '@solid/community-server';
import {
  type AccessGrantCredentials,
  accessGrantOf,
} from '../grant-token/access-grant-credentials.ts';
import type { PlacedContainers } from './placed-containers.ts';

/**
 * Leaves writing in the placed containers to sources, whatever the vault's own rules say. Reading, deleting and
 * controlling stay as these rules have it.
 *
 * @NOTE Belongs around `ParentContainerReader`: deleting asks for write access, so it must be decided before that
 * is taken away. And inside `AuxiliaryReader`, so that a `.meta` goes the way of what it describes.
 */
export class PlacedResourcesReader extends PermissionReader {
  readonly #placed: PlacedContainers;
  readonly #source: PermissionReader;

  constructor(placed: PlacedContainers, source: PermissionReader) {
    super();
    this.#placed = placed;
    this.#source = source;
  }

  override async handle(input: PermissionReaderInput): Promise<PermissionMap> {
    const result = await this.#source.handleSafe(input);
    const grant = accessGrantOf(input.credentials);
    for (const resource of input.requestedModes.distinctKeys()) {
      if (!(await this.#placed.hold(resource))) continue;
      const permissions = result.get(resource);
      if (!grant || !this.#placed.areWrittenBy(input.credentials, resource)) {
        const none = {
          [AccessMode.append]: false,
          [AccessMode.create]: false,
          [AccessMode.write]: false,
        };
        result.set(resource, { ...permissions, ...none });
      } else if (isOnTheWay(resource.path, grant)) {
        result.set(resource, { ...permissions, [AccessMode.create]: true });
      }
    }
    return result;
  }
}

/**
 * Whether a container holds, or is, something the grant lets its holder write. A source has to make it itself: nobody
 * else may, and a grant on the whole vault, which the server would ask for the outermost, would be far too wide.
 */
function isOnTheWay(path: string, { permissions }: AccessGrantCredentials): boolean {
  return (
    path.endsWith('/') &&
    permissions.some(
      ({ resource, modes }) =>
        resource.startsWith(path) && (modes.includes('append') || modes.includes('write')),
    )
  );
}
