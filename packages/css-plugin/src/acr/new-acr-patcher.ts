import {
  type AuxiliaryIdentifierStrategy,
  type ImmutableMetadataPatcher,
  RDF,
  RepresentationPatcher,
  type RepresentationPatcherInput,
  toNamedTerm,
} from '@solid/community-server';
import { acp } from './acp-terms.ts';

/** The server does not export its name for a document as a dataset. */
type RdfDatasetRepresentation = Awaited<ReturnType<ImmutableMetadataPatcher['handle']>>;

/**
 * Completes an access control resource (ACR) that a PATCH creates.
 *
 * The access-grant libraries add policies to an ACR without saying whose it is. The server finds policies through
 * `acp:resource` (ACP 0.9 §4.1) and would never look at them. In the same write as the patch, so that no incomplete
 * document is ever stored; one that is there already is left as its owner wrote it.
 *
 * A new ACR takes nothing away: the policies its ancestors give to their members hold beside it (ACP 0.9 §5.2).
 */
export class NewAcrPatcher extends RepresentationPatcher<RdfDatasetRepresentation> {
  readonly #source: RepresentationPatcher<RdfDatasetRepresentation>;
  readonly #acrStrategy: AuxiliaryIdentifierStrategy;

  /** @param source - Applies the patch. */
  constructor(
    source: RepresentationPatcher<RdfDatasetRepresentation>,
    acrStrategy: AuxiliaryIdentifierStrategy,
  ) {
    super();
    this.#source = source;
    this.#acrStrategy = acrStrategy;
  }

  override async canHandle(
    input: RepresentationPatcherInput<RdfDatasetRepresentation>,
  ): Promise<void> {
    await this.#source.canHandle(input);
  }

  override async handle(
    input: RepresentationPatcherInput<RdfDatasetRepresentation>,
  ): Promise<RdfDatasetRepresentation> {
    const { identifier, representation } = input;
    const isNewAcr =
      this.#acrStrategy.isAuxiliaryIdentifier(identifier) && representation?.dataset.size === 0;
    const patched = await this.#source.handle(input);
    if (isNewAcr) complete(patched, this.#acrStrategy.getSubjectIdentifier(identifier).path);
    return patched;
  }
}

function complete({ dataset }: RdfDatasetRepresentation, resource: string): void {
  const described = [acp.accessControl, acp.memberAccessControl].flatMap((property) =>
    dataset.getSubjects(toNamedTerm(property), null, null),
  );
  for (const acr of described) {
    if (dataset.countQuads(acr, toNamedTerm(acp.resource), null, null) > 0) continue;
    dataset.addQuad(acr, toNamedTerm(RDF.type), toNamedTerm(acp.AccessControlResource));
    dataset.addQuad(acr, toNamedTerm(acp.resource), toNamedTerm(resource));
  }
}
