import type { Participants } from '@grondslag/protocol';
import type { Letter } from '@grondslag/protocol/counter';
import { publishParticipants } from '../register/publish-participants.ts';
import type { CounterPowers } from './counter-powers.ts';

/** Powers that saying who asks needs. */
export type NamePowers = Pick<CounterPowers, 'register' | 'now'> & {
  readonly participants: Participants;
};

/** A letter with who asks, as far as the authority knows them. */
export async function nameAgency(
  letter: Omit<Letter, 'agency'>,
  { participants, register, now }: NamePowers,
): Promise<Letter> {
  const webId = letter.request.credentialSubject.id;
  const registered = await register.findParticipant(webId);
  const known = publishParticipants(participants, registered ? [registered] : [], now());
  const agency = known.agencies.find((one) => one.webId === webId);
  return { ...letter, ...(agency && { agency }) };
}
