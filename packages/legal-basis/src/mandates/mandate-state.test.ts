import { describe, expect, it } from 'vitest';
import { exampleMandate, official } from '../decision-table/example.ts';
import type { MandateStep } from './mandate.ts';
import { mandateStateAt, nextSteps } from './mandate-state.ts';

const step = (name: MandateStep['step'], at: string): MandateStep => ({
  ...{ step: name, at, by: official, reasons: 'Besloten in de vergadering.' },
});
const mandate = exampleMandate('e');
const at = (time: string, steps: readonly MandateStep[] = mandate.steps) =>
  mandateStateAt({ ...mandate, steps: [...steps] }, new Date(time));

describe(mandateStateAt, () => {
  const suspended = [...mandate.steps, step('suspended', '2026-06-01T00:00:00Z')];
  it.each([
    ['draft', at('2026-11-22T12:00:00Z', []), 'weighed'],
    ['before the decision', at('2026-02-19T00:00:00Z'), 'weighed'],
    ['after it', at('2026-02-21T00:00:00Z'), 'decided'],
    ['published, before it starts', at('2026-02-26T00:00:00Z'), 'not-yet-valid'],
    ['while it holds', at('2026-11-22T12:00:00Z'), 'published'],
    ['at its end', at(mandate.validUntil), 'expired'],
    ['suspended', at('2026-11-22T12:00:00Z', suspended), 'suspended'],
    ['before it was suspended', at('2026-05-01T00:00:00Z', suspended), 'published'],
    [
      'resumed',
      at('2026-11-22T12:00:00Z', [...suspended, step('resumed', '2026-07-01T00:00:00Z')]),
      'published',
    ],
    [
      'ended',
      at('2026-11-22T12:00:00Z', [...suspended, step('ended', '2026-07-01T00:00:00Z')]),
      'ended',
    ],
  ])('%s', (_when, state, expected) => {
    expect(state).toBe(expected);
  });

  it('is a draft without a weighing', () => {
    const { weighing: _weighing, ...draft } = mandate;
    expect(mandateStateAt({ ...draft, steps: [] }, new Date())).toBe('draft');
  });
});

describe(nextSteps, () => {
  it('lets nothing follow the end, and no decision precede the weighing', () => {
    expect(nextSteps('ended')).toEqual([]);
    expect(nextSteps('draft')).not.toContain('decided');
    expect(nextSteps('weighed')).not.toContain('published');
  });
});
