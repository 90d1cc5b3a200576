import {
  BadRequestHttpError,
  type HttpRequest,
  type ResourceIdentifier,
  TargetExtractor,
} from '@solid/community-server';

/**
 * Refuses a second address of a resource. The server collapses double slashes first, and then makes slashes of
 * backslashes: `/an/\notes` becomes `/an//notes`, which is another resource to every rule about addresses, and the
 * same file on disk.
 */
export class OneAddressExtractor extends TargetExtractor {
  readonly #source: TargetExtractor;

  /** @param source - The server's own. */
  constructor(source: TargetExtractor) {
    super();
    this.#source = source;
  }

  /** @throws {BadRequestHttpError} for an address with an empty segment. */
  override async handle(input: { readonly request: HttpRequest }): Promise<ResourceIdentifier> {
    const target = await this.#source.handleSafe(input);
    if (new URL(target.path).pathname.includes('//')) {
      throw new BadRequestHttpError('Expected an address without backslashes.');
    }
    return target;
  }
}
