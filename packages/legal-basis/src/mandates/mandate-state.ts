import type { Mandate, MandateStep } from './mandate.ts';

/** Where a mandate stands; only `published` within its dates can carry access. */
export const mandateStates = [
  'draft',
  'weighed',
  'decided',
  'published',
  'suspended',
  'ended',
  'not-yet-valid',
  'expired',
] as const;
export type MandateState = (typeof mandateStates)[number];

const after: Record<MandateStep['step'], MandateState> = {
  decided: 'decided',
  published: 'published',
  suspended: 'suspended',
  resumed: 'published',
  ended: 'ended',
};

const next: Record<MandateState, readonly MandateStep['step'][]> = {
  draft: ['ended'],
  weighed: ['decided', 'ended'],
  decided: ['published', 'ended'],
  published: ['suspended', 'ended'],
  suspended: ['resumed', 'ended'],
  'not-yet-valid': ['suspended', 'ended'],
  expired: ['ended'],
  ended: [],
};

/** Where a mandate stands at a moment. */
export function mandateStateAt(
  { weighing, steps, validFrom, validUntil }: Mandate,
  now: Date,
): MandateState {
  const last = steps.filter(({ at }) => new Date(at) <= now).at(-1);
  if (last === undefined) return weighing === undefined ? 'draft' : 'weighed';
  const state = after[last.step];
  if (state !== 'published') return state;
  if (new Date(validUntil) <= now) return 'expired';
  return new Date(validFrom) > now ? 'not-yet-valid' : 'published';
}

/** Which steps may follow. */
export function nextSteps(state: MandateState): readonly MandateStep['step'][] {
  return next[state];
}
