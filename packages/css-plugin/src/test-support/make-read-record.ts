import { randomUUID } from 'node:crypto';
import type { ReadRecord } from '@grondslag/protocol';

/** A well-formed record, new each time. */
export function makeReadRecord(given: Partial<ReadRecord> = {}): ReadRecord {
  return {
    id: randomUUID(),
    at: '2026-11-22T10:00:00.000Z',
    grant: 'https://authority.example/vc/1',
    agency: 'https://agency.example/profile#this',
    owner: 'https://vault.example/an/profile/card#me',
    resource: 'https://vault.example/an/note.txt',
    method: 'GET',
    ...given,
  };
}
