import type { CredentialDescription } from '@grondslag/claims';
import type { Words } from '@grondslag/legal-basis';
import type { Language } from '../mandates/prompt.ts';
import { oneLine } from '../print-outcome.ts';
import { labels } from './words.ts';

/** Who says what about whom, since when and until when: a line each. */
export function describeLines(said: CredentialDescription, language: Language): string[] {
  const line = (label: Words, text: string | undefined) =>
    text ? [`  ${label[language].padEnd(14)}${oneLine(text)}`] : [];
  return [
    ...line(labels.issuer, said.issuer),
    ...line(labels.about, said.subjects.join(', ')),
    ...line(labels.kind, said.types.map(nameOf).join(', ')),
    ...said.says.flatMap(({ path, value }) =>
      line(labels.says, `${path.map(nameOf).join('.')} = ${value}`),
    ),
    ...line(labels.since, said.since),
    ...line(labels.until, said.until ?? labels.noEnd[language]),
    ...said.statuses.flatMap(({ purpose, list, index }) =>
      line(labels.statusPlace, `${purpose}, ${list} (${index})`),
    ),
    ...line(labels.credential, said.credential),
  ];
}

/** The last part of an IRI: what people call it. */
function nameOf(iri: string): string {
  return iri.replace(/^.*[#/]/, '') || iri;
}
