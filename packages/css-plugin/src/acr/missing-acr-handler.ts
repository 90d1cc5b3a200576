import {
  type AuxiliaryIdentifierStrategy,
  BasicRepresentation,
  NotImplementedHttpError,
  OkResponseDescription,
  OperationHandler,
  type OperationHandlerInput,
  type RepresentationConverter,
  type ResourceSet,
  type ResponseDescription,
} from '@solid/community-server';
import { acp } from './acp-terms.ts';

/**
 * Answers for an access control resource (ACR) that nobody has written yet with the one that holds: no rules of its own.
 *
 * ACP 0.9 §4.1 gives every resource an ACR. The server makes one only when it is written and answers 404 until then,
 * which the access-grant libraries take for a lack of permission. Behind authorization: only who controls the
 * resource gets here.
 */
export class MissingAcrHandler extends OperationHandler {
  readonly #resources: ResourceSet;
  readonly #acrStrategy: AuxiliaryIdentifierStrategy;
  readonly #converter: RepresentationConverter;

  constructor(
    resources: ResourceSet,
    acrStrategy: AuxiliaryIdentifierStrategy,
    converter: RepresentationConverter,
  ) {
    super();
    this.#resources = resources;
    this.#acrStrategy = acrStrategy;
    this.#converter = converter;
  }

  /** @throws {NotImplementedHttpError} for everything but reading the unwritten ACR of a resource that is there. */
  override async canHandle({ operation }: OperationHandlerInput): Promise<void> {
    const { method, target } = operation;
    const isUnwritten =
      (method === 'GET' || method === 'HEAD') &&
      this.#acrStrategy.isAuxiliaryIdentifier(target) &&
      !(await this.#resources.hasResource(target)) &&
      (await this.#resources.hasResource(this.#acrStrategy.getSubjectIdentifier(target)));
    if (!isUnwritten) throw new NotImplementedHttpError('Not an unwritten ACR.');
  }

  override async handle({ operation }: OperationHandlerInput): Promise<ResponseDescription> {
    const { method, target, preferences } = operation;
    const subject = this.#acrStrategy.getSubjectIdentifier(target);
    const turtle = `<${target.path}> a <${acp.AccessControlResource}>; <${acp.resource}> <${subject.path}>.\n`;
    const { data, metadata } = await this.#converter.handleSafe({
      identifier: target,
      representation: new BasicRepresentation(turtle, target, 'text/turtle'),
      preferences,
    });
    if (method === 'GET') return new OkResponseDescription(metadata, data);
    data.destroy();
    return new OkResponseDescription(metadata);
  }
}
