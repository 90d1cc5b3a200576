import { type Participant, participantStateAt } from '@grondslag/legal-basis';
import type { Participants } from '@grondslag/protocol';

/** The trust list, with what the register says of the agencies in it, and the other agencies that are admitted now. */
export function publishParticipants(
  { agencies, sources }: Participants,
  registered: readonly Participant[],
  now: Date,
): Participants {
  const admitted = registered.filter(
    (one) => one.roles.includes('agency') && participantStateAt(one, now) === 'admitted',
  );
  const known = new Map(admitted.map((one) => [one.webId, one]));
  const listed = new Set(agencies.map(({ webId }) => webId));
  return {
    agencies: [
      ...agencies.map((agency) => {
        const found = known.get(agency.webId);
        return found === undefined ? agency : { ...agency, register: registerOf(found) };
      }),
      ...admitted
        .filter(({ webId }) => !listed.has(webId))
        .map((one) => ({ webId: one.webId, name: one.name, register: registerOf(one) })),
    ],
    sources,
  };
}

function registerOf({ kind, contact, dataProtectionOfficer }: Participant) {
  return { kind, contact, dataProtectionOfficer };
}
