import { LDP_CONTAINS, RDF_TYPE } from '@grondslag/vocab';
import { Parser } from 'n3';
import type { AuthenticatedFetch } from '../authority/ask-authority.ts';

const MODIFIED = 'http://purl.org/dc/terms/modified';
/** Types that Solid servers give a file by its media type: `…/media-types/text/plain#Resource`. */
const MEDIA_TYPE = /^https?:\/\/www\.w3\.org\/ns\/iana\/media-types\/([^#]+)#Resource$/;

/** What a container says of something directly below it. */
export interface Listed {
  readonly resource: string;
  /** Media type, when the vault server says it. */
  readonly mediaType?: string;
  readonly changedAt?: Date;
}

/**
 * What is directly below a container, by address; nothing when there is no such container.
 *
 * @throws {Error} when it is there and cannot be read
 * @see {@link https://solidproject.org/TR/protocol#resource-containment | Solid Protocol, 4.2}
 */
export async function listContainer(
  container: string,
  fetch: AuthenticatedFetch,
): Promise<Listed[]> {
  const response = await fetch(container, { headers: { Accept: 'text/turtle' } });
  if (response.status === 404) return [];
  if (!response.ok) throw new Error(`container: expected 200, got ${response.status}`);
  const turtle = await response.text();
  // Not in a store of the library: that brings three times as much code as the parser.
  const quads = new Parser({ format: 'Turtle', baseIRI: container }).parse(turtle);
  const valuesOf = (of: string, property: string) =>
    quads
      .filter(({ subject, predicate }) => subject.value === of && predicate.value === property)
      .map(({ object }) => object.value);
  return valuesOf(container, LDP_CONTAINS)
    .filter((resource) => resource.startsWith(container))
    .sort((a, b) => a.localeCompare(b))
    .map((resource) => {
      const mediaType = valuesOf(resource, RDF_TYPE).flatMap(
        (type) => MEDIA_TYPE.exec(type)?.[1] ?? [],
      )[0];
      const changed = new Date(valuesOf(resource, MODIFIED)[0] ?? '');
      return {
        resource,
        ...(mediaType !== undefined && { mediaType }),
        ...(!Number.isNaN(changed.getTime()) && { changedAt: changed }),
      };
    });
}
