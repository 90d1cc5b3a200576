import { LDP_CONTAINS } from '@grondslag/vocab';

/**
 * Direct members of an LDP container that are no containers themselves, in the order listed.
 *
 * Only URLs one step below the container count: a listing must not be able to choose whom we call.
 * `undefined` when it is not Turtle.
 */
export async function readMembers(
  turtle: string,
  container: string,
): Promise<string[] | undefined> {
  const { Parser } = await import('../parser.ts');
  try {
    const quads = new Parser({ format: 'Turtle', baseIRI: container }).parse(turtle);
    const members = quads
      .filter(
        ({ subject, predicate }) => subject.value === container && predicate.value === LDP_CONTAINS,
      )
      .map(({ object }) => (URL.canParse(object.value) ? new URL(object.value).href : ''))
      .filter((url) => url.startsWith(container) && /^[^/?#]+$/.test(url.slice(container.length)));
    return [...new Set(members)];
  } catch {
    return undefined;
  }
}
