import { DPV } from '@grondslag/vocab';
import { nl } from '../i18n/messages/nl.ts';
import type { PlainKey } from '../i18n/words.ts';

/** Fixed label of a purpose of the Data Privacy Vocabulary; `undefined` for any other. */
export function purposeLabel(purpose: string): PlainKey | undefined {
  if (!purpose.startsWith(DPV)) return undefined;
  const key = `purpose.${purpose.slice(DPV.length)}`;
  return key in nl ? (key as PlainKey) : undefined;
}
