import { PIM_STORAGE } from '@grondslag/vocab';
import { Parser } from 'n3';
import type { AuthenticatedFetch } from '../authority/ask-authority.ts';

/**
 * Storages the citizen's profile names (`pim:storage`, Solid WebID Profile).
 *
 * @throws {Error} when the profile cannot be read.
 */
export async function findStorages(webId: string, fetch: AuthenticatedFetch): Promise<string[]> {
  const profile = new URL(webId);
  profile.hash = '';
  const response = await fetch(profile.href, { headers: { Accept: 'text/turtle' } });
  if (!response.ok) throw new Error(`profile: expected 200, got ${response.status}`);
  return new Parser({ format: 'Turtle', baseIRI: profile.href })
    .parse(await response.text())
    .filter(({ subject, predicate }) => subject.value === webId && predicate.value === PIM_STORAGE)
    .map(({ object }) => object.value);
}
