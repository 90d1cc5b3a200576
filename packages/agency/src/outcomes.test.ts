import { expect, it } from 'vitest';
import type { DecisionOutcome, ReadOutcome, RequestOutcome } from './outcomes.ts';

// These functions are checked by the compiler: without `@ts-expect-error` each would fail to build, because a
// status is forgotten. If the compiler stopped noticing, the directive itself would be the error.

function forgetsNoVault(outcome: RequestOutcome): string {
  switch (outcome.status) {
    case 'requested':
      return outcome.request.id;
    default: {
      // @ts-expect-error 'no-vault' is forgotten
      const never: never = outcome;
      return never;
    }
  }
}

function forgetsPending(outcome: DecisionOutcome): string {
  switch (outcome.status) {
    case 'granted':
    case 'denied':
    case 'expired':
    case 'canceled':
      return outcome.status;
    default: {
      // @ts-expect-error 'pending' is forgotten
      const never: never = outcome;
      return never;
    }
  }
}

function forgetsDenied(outcome: DecisionOutcome): string {
  switch (outcome.status) {
    case 'granted':
    case 'pending':
    case 'expired':
    case 'canceled':
      return outcome.status;
    default: {
      // @ts-expect-error 'denied' is forgotten
      const never: never = outcome;
      return never;
    }
  }
}

function forgetsNotVerified(outcome: ReadOutcome): string {
  switch (outcome.status) {
    case 'read':
    case 'no-access':
      return outcome.status;
    default: {
      // @ts-expect-error 'not-verified' is forgotten
      const never: never = outcome;
      return never;
    }
  }
}

function readsWithoutLooking(outcome: ReadOutcome): unknown {
  // @ts-expect-error there is an answer only when the status is 'read'
  return outcome.answer;
}

it('makes a forgotten outcome an error of the compiler, and names it at run time', () => {
  const otherRoute = { text: { nl: 'Balie' } };
  const noVault = { status: 'no-vault', reason: 'no-profile', otherRoute } as const;
  const notVerified = { status: 'not-verified', leftOut: [], otherRoute } as const;
  expect(forgetsNoVault(noVault)).toBe(noVault);
  expect(forgetsPending({ status: 'pending', otherRoute })).toMatchObject({ otherRoute });
  expect(forgetsDenied({ status: 'denied', otherRoute })).toMatchObject({ otherRoute });
  expect(forgetsNotVerified(notVerified)).toBe(notVerified);
  expect(readsWithoutLooking(notVerified)).toBeUndefined();
});
