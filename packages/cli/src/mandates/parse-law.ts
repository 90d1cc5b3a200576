import { type LawReference, lawReferenceSchema } from '@grondslag/legal-basis';
import { type Parsed, words } from './prompt.ts';

/** A reference as people type it: `jci1.3:c:BWBR0015703&artikel=47a`, or an identifier, a space and the article. */
export function readLawReference(text: string): LawReference | undefined {
  const [identifier = '', ...rest] = text.trim().split(/\s+/);
  const article =
    rest.join(' ').replace(/^art(ikel|icle|\.)?\s*/i, '') || articleWithin(identifier);
  const scheme = schemeOf(identifier);
  return lawReferenceSchema.safeParse({ scheme, identifier, article }).data;
}

export function parseLaw(line: string): Parsed {
  const value = readLawReference(line);
  if (value) return { value };
  return {
    wrong: words(
      'Een nummer (ELI, BWB of Codex) en het artikel: BWBR0015703 47a',
      'An identifier (ELI, BWB or Codex) and the article: BWBR0015703 47a',
    ),
  };
}

function schemeOf(identifier: string): LawReference['scheme'] {
  if (/^https?:/.test(identifier)) return 'eli';
  return /^\d{7}$/.test(identifier) ? 'codex' : 'bwb';
}

function articleWithin(identifier: string): string | undefined {
  return /&artikel=([\w.:-]+)/.exec(identifier)?.[1];
}
