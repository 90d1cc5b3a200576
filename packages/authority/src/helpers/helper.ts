import { covers } from '@grondslag/protocol';
import type { HelperView, Representation } from '@grondslag/protocol/v1';

/** What was agreed with a helper; it does not change. */
export interface HelperTerms
  extends Pick<HelperView, 'kind' | 'name' | 'citizenName' | 'themes' | 'may'> {
  /** How the helper calls themselves, from the moment there is one. */
  readonly helperName?: string;
  readonly representation?: Representation;
}

/** Where a helper may look, in the vault of the citizen. */
export interface HelperOpening {
  /** Containers of the themes. */
  readonly containers: readonly string[];
  /** Single facts in them that a helper is shown; others stay out of sight. Of a representative none: all are shown. */
  readonly facts: readonly string[];
}

/** Who sees or acts for a citizen, under an own login. */
export interface Helper {
  readonly id: string;
  readonly citizen: string;
  /** WebID; absent until somebody took the invitation. */
  readonly helper?: string;
  readonly terms: HelperTerms;
  readonly opened: HelperOpening;
  readonly until: Date;
  readonly invitedAt: Date;
  readonly acceptBefore?: Date;
  readonly acceptedAt?: Date;
  readonly startedAt?: Date;
  readonly endedAt?: Date;
  readonly endedBy?: NonNullable<HelperView['endedBy']>;
  /** Id of the credential with which the facts are read. */
  readonly grant?: string;
}

/** Where it stands at this moment. */
export function helperState(helper: Helper, now: Date): HelperView['state'] {
  const { until, acceptBefore, acceptedAt, startedAt, endedAt } = helper;
  if (endedAt !== undefined || until <= now) return 'ended';
  if (startedAt !== undefined) return 'active';
  if (acceptedAt !== undefined) return 'to-confirm';
  return acceptBefore !== undefined && acceptBefore <= now ? 'ended' : 'invited';
}

/**
 * Whether a helper may see what is about all of these resources: containers of the themes, or facts that were shown. A
 * fact of a theme that was not shown is hidden, with all that names it.
 */
export function isInSight(helper: Helper, resources: readonly string[]): boolean {
  return resources.every((one) => helper.opened.containers.includes(one) || isShown(helper, one));
}

/** Whether a helper may read this fact: one that was shown or, of a representative, any in the themes, now or later. */
export function isShown({ terms, opened }: Helper, fact: string): boolean {
  return terms.kind === 'representative'
    ? isFactOf(opened.containers, fact)
    : opened.facts.includes(fact);
}

/** Whether it lies in one of the themes, as a single fact. */
export function isFactOf(containers: readonly string[], resource: string): boolean {
  return !resource.endsWith('/') && containers.some((container) => covers(container, resource));
}

/** As citizen and helper see it. */
export function showHelper(helper: Helper, now: Date): HelperView {
  const { id, citizen, terms, opened, until, endedBy, grant } = helper;
  const { helperName = terms.name, representation, ...agreed } = terms;
  const state = helperState(helper, now);
  const at = (time: Date | undefined) => time?.toISOString();
  const { acceptBefore, acceptedAt, startedAt, endedAt } = helper;
  return {
    id,
    ...agreed,
    state,
    citizen,
    ...(helper.helper !== undefined && { helper: { webId: helper.helper, name: helperName } }),
    until: until.toISOString(),
    invitedAt: helper.invitedAt.toISOString(),
    ...(acceptBefore && { acceptBefore: acceptBefore.toISOString() }),
    ...(acceptedAt && { acceptedAt: acceptedAt.toISOString() }),
    ...(startedAt && { startedAt: startedAt.toISOString() }),
    ...(state === 'ended' && {
      endedAt: at(endedAt) ?? at(startedAt ? until : (acceptBefore ?? until)) ?? '',
      endedBy: endedBy ?? 'time',
    }),
    ...(representation && { ground: representation.ground }),
    facts: [...opened.facts],
    ...(grant !== undefined && { grant }),
  };
}
