import { DPV } from '@grondslag/vocab';
import type { MessageKey } from '../i18n/messages/nl.ts';
import { nl } from '../i18n/messages/nl.ts';

/** Fixed label of a purpose of the Data Privacy Vocabulary; `undefined` for any other. */
export function purposeLabel(purpose: string): MessageKey | undefined {
  if (!purpose.startsWith(DPV)) return undefined;
  const key = `purpose.${purpose.slice(DPV.length)}`;
  return key in nl ? (key as MessageKey) : undefined;
}
