import type { Correction } from '@grondslag/legal-basis';
import type { CloudEvent } from '@grondslag/protocol/v1';
import { describe, expect, it } from 'vitest';
import type { Case, Report } from '../load/case.ts';
import { compareReports, compareTold } from './check-reports.ts';
import { noFindings } from './findings.ts';

const resource = 'https://vault.example/fact';
const id = 'https://access.example/v1/corrections/1';

const compareWith = (report: Report, ...stored: readonly (readonly string[])[]) =>
  compareReports(
    [{ resource, report } as Case],
    stored.map((steps) => {
      return { id, resource, steps: steps.map((step) => ({ step })) } as unknown as Correction;
    }),
  );
const asked = (id?: string, ...steps: Report['steps']): Report => ({
  ...{ key: 'k', steps },
  ...(id !== undefined && { id }),
});
const examined = { kind: 'in-examination', progress: 'acknowledged' } as const;

describe('a report of an error after a crash', () => {
  it('is there once, with every step that was acknowledged', () => {
    expect(compareWith(asked(id, examined), ['in-examination'])).toEqual(noFindings());
    expect(compareWith(asked(id)).lost).toHaveLength(1);
    expect(compareWith(asked(id, examined), []).lost).toHaveLength(1);
    expect(compareWith(asked(id), [], []).doubled).toHaveLength(1);
  });

  it('may be there or not when nobody got an answer, and so may its last step', () => {
    const maybe = { kind: 'rejected', progress: 'asked' } as const;
    for (const stored of [[[]], []]) expect(compareWith(asked(), ...stored)).toEqual(noFindings());
    for (const steps of [['in-examination'], ['in-examination', 'rejected']]) {
      expect(compareWith(asked(id, examined, maybe), steps)).toEqual(noFindings());
    }
  });

  it('was told once, and each step once', () => {
    const told = (...kinds: string[]) =>
      kinds.map(
        (kind) => ({ type: `org.correction.${kind}.v1`, subject: id }) as unknown as CloudEvent,
      );
    expect(compareTold('x', id, told('received', 'changed'), 1)).toEqual(noFindings());
    expect(compareTold('x', id, told('changed'), 1).lost).toHaveLength(1);
    expect(compareTold('x', id, told('received', 'changed', 'changed'), 1).doubled).toHaveLength(1);
  });
});
