import { AgencyError } from './errors.ts';
import type { Wanted } from './fetch-granted.ts';
import { factsOf } from './kinds/facts-of.ts';
import type { Kind } from './kinds/kind.ts';
import type { FactsOutcome } from './outcomes.ts';
import { type ReadContext, type ReadPowers, readVerified } from './read-verified.ts';

/** Reads facts of one kind under a grant, or lawful access; what is of another kind is not fetched. */
export async function readFacts<Values extends object>(
  powers: ReadPowers,
  id: string,
  kind: Kind<Values>,
  context: ReadContext,
): Promise<FactsOutcome<Values>> {
  const read = await readVerified(powers, id, context, {
    choose: (needs) => needsOf(needs, kind),
    make: (claims) => factsOf(claims, kind),
  });
  if (read.status === 'no-access') return read;
  if (read.status === 'not-verified') return { ...read, incomplete: [] };
  const { found, otherRoute, ...rest } = read;
  const { facts, incomplete } = found;
  const [first, ...others] = facts;
  if (first === undefined) {
    return { status: 'not-verified', incomplete, leftOut: rest.leftOut, otherRoute };
  }
  return { ...rest, facts: [first, ...others], incomplete };
}

/** @throws {AgencyError} when nothing of this kind was asked for: the purpose is then that of something else */
function needsOf(
  needs: readonly Wanted[],
  { claimType, container = '' }: Pick<Kind<object>, 'claimType' | 'container'>,
): readonly Wanted[] {
  const asked = needs.filter((need) => need.claimType === claimType);
  if (asked.length === 0) {
    const kinds = [...new Set(needs.map((need) => need.claimType))].join(', ');
    throw new AgencyError(
      'kind_not_asked',
      `Expected a kind that this access is for (${kinds}), got ${claimType}. Nothing was read.`,
    );
  }
  // A mandate names kinds and containers apart.
  const inPlace = asked.filter(({ resource }) => resource.includes(`/${container}`));
  return inPlace.length > 0 ? inPlace : asked;
}
