import type { HelperView } from '@grondslag/protocol/v1';
import { plainWords } from '../ui/plain-words.ts';

const MAX_NAME_LENGTH = 60;

/** What the citizen calls the helper. */
export function nameOf({ name }: Pick<HelperView, 'name'>): string {
  return plainWords(name, MAX_NAME_LENGTH);
}

/** How the helper knows the citizen. */
export function citizenOf({ citizenName }: Pick<HelperView, 'citizenName'>): string {
  return plainWords(citizenName, MAX_NAME_LENGTH);
}
