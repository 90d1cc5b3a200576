import {
  BasicRepresentation,
  guardedStreamFrom,
  INTERNAL_QUADS,
  type Operation,
  RDF,
  type Representation,
  type RepresentationConverter,
  type ResourceStore,
  readableToQuads,
} from '@solid/community-server';

/** A container, with the names and types of its members: how large a fact is would tell something of what it says. */
export async function listMembers(
  { target, preferences: { type = {} } }: Operation,
  store: ResourceStore,
  converter: RepresentationConverter,
): Promise<Representation> {
  const container = await store.getRepresentation(target, { type: { [INTERNAL_QUADS]: 1 } });
  const statements = await readableToQuads(container.data);
  const told = statements
    .getQuads(null, null, null, null)
    .filter(
      ({ subject, predicate }) =>
        subject.value === target.path || predicate.value === RDF.terms.type.value,
    );
  return converter.handleSafe({
    identifier: target,
    representation: new BasicRepresentation(guardedStreamFrom(told), container.metadata),
    preferences: { type },
  });
}
