import {
  AccessMode,
  Authorizer,
  type AuthorizerInput,
  ForbiddenHttpError,
} from '@solid/community-server';
import { accessGrantOf } from '../grant-token/access-grant-credentials.ts';
import type { PlacedContainers } from './placed-containers.ts';
import { notPlacedBySource, onlySourcesPlace } from './refusals.ts';

const writing: readonly AccessMode[] = [AccessMode.append, AccessMode.create, AccessMode.write];

/** Says why, where the placed containers are the reason of a refusal. */
export class PlacedResourcesAuthorizer extends Authorizer {
  readonly #placed: PlacedContainers;
  readonly #source: Authorizer;

  constructor(placed: PlacedContainers, source: Authorizer) {
    super();
    this.#placed = placed;
    this.#source = source;
  }

  override async handle(input: AuthorizerInput): Promise<void> {
    try {
      await this.#source.handleSafe(input);
    } catch (error) {
      if (!ForbiddenHttpError.isInstance(error)) throw error;
      throw (await this.#explain(input)) ?? error;
    }
  }

  async #explain({
    credentials,
    requestedModes,
  }: AuthorizerInput): Promise<ForbiddenHttpError | undefined> {
    const isLawfulAccess = accessGrantOf(credentials)?.legalBasis !== undefined;
    for (const [resource, modes] of requestedModes.entrySets()) {
      const isPlaced = await this.#placed.hold(resource);
      if (isLawfulAccess && !isPlaced) return notPlacedBySource();
      const isWrite = writing.some((mode) => modes.has(mode));
      if (isPlaced && isWrite && !this.#placed.areWrittenBy(credentials, resource)) {
        return onlySourcesPlace();
      }
    }
    return undefined;
  }
}
