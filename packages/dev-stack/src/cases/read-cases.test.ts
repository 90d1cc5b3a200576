import {
  checkMandate,
  createLawRegister,
  findGaps,
  knownLaws,
  type Rule,
} from '@grondslag/legal-basis';
import { assert, beforeAll, describe, expect, it } from 'vitest';
import { type Cases, type MandateCase, readCases } from './read-cases.ts';

const now = new Date('2026-11-22T10:00:00Z');
const vault = 'http://localhost:7100/';

describe(readCases, () => {
  let cases: Cases;
  beforeAll(async () => {
    cases = await readCases({ vault, keysOf: () => ({}), now });
  });

  function brokenBy(name: MandateCase): readonly Rule[] {
    const { agency, mandate: text } = cases.mandates[name];
    const by = { name: 'O. Voorbeeld', role: 'beheerder' };
    const sample = cases.participants.find(({ webId }) => webId === agency);
    assert(sample);
    const admission = { decision: 'admitted' as const, at: '2026-01-01T00:00:00Z', by };
    return checkMandate({
      mandate: { id: `${vault}1`, version: 1, agency, ...text, steps: [] },
      participant: { ...sample, admissions: [{ ...admission, reasons: 'Voorbeeld' }] },
      activity: cases.activities.find(({ id }) => id === text.activity.id),
      laws: createLawRegister([knownLaws]),
      sensitivitiesOf: () => [],
      now,
    });
  }

  it('has an income supplement of which nothing is missing', () => {
    expect(brokenBy('income-supplement')).toEqual([]);
  });

  it('has an automatic top-up that fails only for want of a law', () => {
    expect(brokenBy('automatic-top-up')).toEqual(['law_reference_missing']);
  });

  it('has weighings without gaps', () => {
    for (const { mandate } of Object.values(cases.mandates)) {
      assert(mandate.weighing);
      expect(findGaps(mandate.weighing)).toEqual([]);
    }
  });

  it('names only organisations that cannot be real', () => {
    const { participants, activities } = cases;
    const addresses = [
      ...participants.flatMap((one) => [one.contact.email, one.dataProtectionOfficer.email]),
      ...activities.map(({ id }) => new URL(id).hostname),
    ];
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
    expect(participants.every(({ name }) => name.nl.includes('(voorbeeld)'))).toBe(true);
  });
});
