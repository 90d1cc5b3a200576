import { participantStateAt } from '@grondslag/legal-basis';
import { isPlainText } from '../credentials/plain-text.ts';
import type { RegisterStore } from './register-store.ts';

/** Whether this WebID is that of a participant who is admitted now. */
export async function isAdmitted(
  webId: string,
  register: RegisterStore,
  now: Date,
): Promise<boolean> {
  const found = isPlainText(webId) ? await register.findParticipant(webId) : undefined;
  return found !== undefined && participantStateAt(found, now) === 'admitted';
}
