import { createHash } from 'node:crypto';
import { type FieldLimits, MAX_FACT_BYTES } from '@grondslag/claims';
import {
  type AuxiliaryStrategy,
  BasicRepresentation,
  type Conditions,
  type CredentialsExtractor,
  HH,
  HttpError,
  LDP,
  OkResponseDescription,
  type Operation,
  OperationHttpHandler,
  type OperationHttpHandlerInput,
  PreconditionFailedHttpError,
  RDF,
  type Representation,
  type RepresentationConverter,
  RepresentationMetadata,
  type ResourceIdentifier,
  type ResourceStore,
  type ResponseDescription,
} from '@solid/community-server';
import { accessGrantOf } from '../grant-token/access-grant-credentials.ts';
import { limitsOn } from './limits-on.ts';
import { listMembers } from './list-members.ts';
import { readText } from './read-text.ts';
import { noView } from './refusals.ts';
import { createViewMemory } from './view-memory.ts';

/** In whatever a fact is stored, this is what a view of it is. */
const JSON_LD = 'application/ld+json';
/** Of JSON that is kept as it was sent. */
const jsonTypes = new Set([JSON_LD, 'application/json', 'application/vc']);

/**
 * Where a token names fields, gives out these fields of a fact and never the whole: a credential derived from the one
 * that is stored, which verifies by itself.
 *
 * Whatever a client accepts, it is JSON-LD. Its ETag is made of the view alone, there is no date and no range: what is
 * left out cannot be learned from how the answer changes. A list of members goes without their sizes. A fact of which
 * no view can be made, and a document that is no fact, gives 403.
 */
export class FieldViewHandler extends OperationHttpHandler {
  readonly #credentialsExtractor: CredentialsExtractor;
  readonly #auxiliaryStrategy: AuxiliaryStrategy;
  readonly #store: ResourceStore;
  readonly #converter: RepresentationConverter;
  readonly #source: OperationHttpHandler;
  readonly #memory = createViewMemory();

  /** @param source - Carries out all other requests. */
  constructor(
    credentialsExtractor: CredentialsExtractor,
    auxiliaryStrategy: AuxiliaryStrategy,
    store: ResourceStore,
    converter: RepresentationConverter,
    source: OperationHttpHandler,
  ) {
    super();
    this.#credentialsExtractor = credentialsExtractor;
    this.#auxiliaryStrategy = auxiliaryStrategy;
    this.#store = store;
    this.#converter = converter;
    this.#source = source;
  }

  /** @throws {ForbiddenHttpError} `not_one_fact`, `fact_not_named`, `fact_not_divisible`, `fields_are_read` */
  override async handle(input: OperationHttpHandlerInput): Promise<ResponseDescription> {
    const { request, operation } = input;
    const grant = accessGrantOf(await this.#credentialsExtractor.handleSafe(request));
    const limits = grant && limitsOn(this.#subjectOf(operation.target).path, grant);
    if (!limits) return this.#source.handleSafe(input);

    const { method, target } = operation;
    if (method !== 'GET' && method !== 'HEAD') throw noView('fields_are_read');
    const { data, metadata } = target.path.endsWith('/')
      ? await listMembers(operation, this.#store, this.#converter)
      : await this.#showFact(operation, limits);
    if (method === 'GET') return new OkResponseDescription(metadata, data);
    data.destroy();
    return new OkResponseDescription(metadata);
  }

  /** A description or another auxiliary resource is read by who may read its subject. */
  #subjectOf(target: ResourceIdentifier): ResourceIdentifier {
    return this.#auxiliaryStrategy.isAuxiliaryIdentifier(target)
      ? this.#auxiliaryStrategy.getSubjectIdentifier(target)
      : target;
  }

  async #showFact({ target, conditions }: Operation, limits: FieldLimits): Promise<Representation> {
    // As it is stored: nothing is converted, and no part of it is cut out.
    const { data, metadata } = await this.#store.getRepresentation(target, {});
    if (!jsonTypes.has(metadata.contentType ?? '')) {
      data.destroy();
      throw noView('not_one_fact');
    }
    const fact = await readText(data, MAX_FACT_BYTES);
    if (fact === undefined) throw noView('not_one_fact');
    const view = await this.#memory.view(fact, limits);
    if (!view.derived) throw noView(view.reason);

    const etag = `"${createHash('sha256').update(view.text).digest('base64url')}"`;
    checkConditions(etag, conditions);
    const shown = new BasicRepresentation(view.text, target, JSON_LD);
    shown.metadata.add(RDF.terms.type, LDP.terms.Resource);
    shown.metadata.set(HH.terms.etag, etag);
    return shown;
  }
}

/** RFC 9110 §13.2.2, by the ETag of the view; without a date of its own it was changed neither before nor since. */
function checkConditions(etag: string, conditions: Conditions | undefined): void {
  const { matchesETag, notMatchesETag } = (conditions ?? {}) as {
    readonly matchesETag?: readonly string[];
    readonly notMatchesETag?: readonly string[];
  };
  if (matchesETag && !matchesETag.includes('*') && !matchesETag.includes(etag)) {
    throw new PreconditionFailedHttpError();
  }
  if (notMatchesETag?.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag)) {
    const metadata = new RepresentationMetadata({ [HH.etag]: etag });
    throw new HttpError(304, 'NotModifiedHttpError', undefined, { metadata });
  }
}
