import { describe, expect, it } from 'vitest';
import { agencyParticipantSchema } from './participants.ts';

const agency = { webId: 'https://agency.example/#us', name: { nl: 'Gemeente' } };
const accepts = (origin: string) =>
  agencyParticipantSchema.safeParse({ ...agency, redirectOrigins: [origin] }).success;

describe('where people may be sent back to', () => {
  it('may be left out', () => {
    expect(agencyParticipantSchema.parse(agency)).toEqual(agency);
  });

  it.each([
    'https://agency.example',
    'https://agency.example:8443',
    'http://localhost:7103',
    'http://[::1]:1',
  ])('may be %s', (origin) => expect(accepts(origin)).toBe(true));

  it.each([
    'https://agency.example/',
    'https://agency.example/back',
    'https://us@agency.example',
    'https://AGENCY.example',
    'https://agency.example:443',
    'http://agency.example',
    'http://localhost.evil.example',
    'javascript:alert(1)',
    'blob:https://agency.example/1',
    'null',
    '',
  ])('may not be %s', (origin) => expect(accepts(origin)).toBe(false));
});
