import {
  type AccessMap,
  AccessMode,
  IdentifierSetMultiMap,
  ModesExtractor,
  NotImplementedHttpError,
  type Operation,
  type ResourceIdentifier,
  SOLID_HTTP,
  toCanonicalUriPath,
  trimTrailingSlashes,
} from '@solid/community-server';
import type { PlacedContainers } from './placed-containers.ts';

/**
 * A POST whose `Slug` names a placed container asks to create that container, with what its body says of it. The
 * server would ask for no more than append access to the container around it.
 */
export class PlacedContainerNameExtractor extends ModesExtractor {
  readonly #placed: PlacedContainers;

  constructor(placed: PlacedContainers) {
    super();
    this.#placed = placed;
  }

  /** @throws {NotImplementedHttpError} for every other request. */
  override async canHandle(operation: Operation): Promise<void> {
    const named = namedBySlug(operation);
    if (!named || !(await this.#placed.hold(named))) {
      throw new NotImplementedHttpError('No placed container is named.');
    }
  }

  override async handle(operation: Operation): Promise<AccessMap> {
    const modes = new IdentifierSetMultiMap<AccessMode>([[operation.target, AccessMode.append]]);
    const named = namedBySlug(operation);
    if (named) modes.add(named, AccessMode.create);
    return modes;
  }
}

/** The name the server gives, as a container; `undefined` when it chooses one itself or refuses the slug. */
function namedBySlug({ method, target, body }: Operation): ResourceIdentifier | undefined {
  const slug = method === 'POST' ? body.metadata.get(SOLID_HTTP.terms.slug)?.value : undefined;
  if (slug === undefined || !target.path.endsWith('/')) return undefined;
  try {
    return { path: `${target.path}${toCanonicalUriPath(trimTrailingSlashes(slug))}/` };
  } catch {
    return undefined; // malformed percent-encoding
  }
}
