import { describe, expect, it } from 'vitest';
import { followSignals } from './follow-signals.ts';

describe(followSignals, () => {
  it('ends with the first of the others, with its reason', () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const { signal } = followSignals([first.signal, undefined, null, second.signal]);
    expect(signal.aborted).toBe(false);
    second.abort('enough');
    first.abort('too late');
    expect(signal.reason).toBe('enough');
  });

  it('has ended when one of them had', () => {
    expect(followSignals([AbortSignal.abort('before')]).signal.reason).toBe('before');
  });

  it('can be ended by itself', () => {
    const { signal, abort } = followSignals([]);
    abort('late');
    expect(signal.reason).toBe('late');
  });

  it('ends no more once it let go', () => {
    const other = new AbortController();
    const { signal, release } = followSignals([other.signal]);
    release();
    other.abort();
    expect(signal.aborted).toBe(false);
  });
});
