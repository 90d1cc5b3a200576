import { DPV } from '@grondslag/vocab';
import type { PlainKey, Words } from '../i18n/words.ts';

/** DPV's extension for public services. */
const PUBLIC_SERVICES = 'https://w3id.org/dpv/sector/publicservices#';

/** Fixed label of a purpose of the Data Privacy Vocabulary or its public services; `undefined` for any other. */
export function purposeLabel(purpose: string, { keyOf }: Words): PlainKey | undefined {
  const vocabulary = [DPV, PUBLIC_SERVICES].find((one) => purpose.startsWith(one));
  if (vocabulary === undefined) return undefined;
  return keyOf(`purpose.${purpose.slice(vocabulary.length)}`);
}
