import { createHash } from 'node:crypto';
import { g } from '@grondslag/vocab';
import type { ClaimText } from '../query/worker-messages.ts';

/** A claim as the store takes it, with these statements. Nothing of it was signed. */
export function claimText(canonical: string, more: Partial<ClaimText> = {}): ClaimText {
  return {
    canonical,
    graph: `urn:sha256:${createHash('sha256').update(canonical).digest('hex')}`,
    source: 'https://tax.example/',
    credential: 'urn:uuid:4e1c',
    resource: 'https://vault.example/fatima/facts/income/1',
    claimType: g.IncomeCredential,
    validFrom: '2026-01-05T09:00:00.000Z',
    holdsAt: '2026-03-01T12:00:05.000Z',
    statusCheckedAt: '2026-03-01T12:00:00.000Z',
    ...more,
  };
}
