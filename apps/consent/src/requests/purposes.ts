import { DPV } from '@grondslag/vocab';
import { nl } from '../i18n/messages/nl.ts';
import type { PlainKey } from '../i18n/words.ts';

/** DPV's extension for public services. */
const PUBLIC_SERVICES = 'https://w3id.org/dpv/sector/publicservices#';

/** Fixed label of a purpose of the Data Privacy Vocabulary or its public services; `undefined` for any other. */
export function purposeLabel(purpose: string): PlainKey | undefined {
  const vocabulary = [DPV, PUBLIC_SERVICES].find((one) => purpose.startsWith(one));
  if (vocabulary === undefined) return undefined;
  const key = `purpose.${purpose.slice(vocabulary.length)}`;
  return key in nl ? (key as PlainKey) : undefined;
}
