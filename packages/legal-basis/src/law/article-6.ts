import { EU_GDPR } from '@grondslag/vocab';

/** Paragraph of Article 6(1) GDPR. */
export type Article6 = 'a' | 'b' | 'c' | 'd' | 'e' | 'f';

/** What the law says of one legal basis, as far as a machine can use it. */
interface Article6Facts {
  /** Last part of the DPV term, and of its narrower terms. */
  readonly term: string;
  readonly narrower: readonly string[];
  /** The processing rests on a law of the Union or of a Member State: Article 6(3). */
  readonly needsLaw: boolean;
}

/** Article 6(1) GDPR: what each basis is called in DPV 2.3, and whether a law must be cited. */
export const article6 = {
  a: { term: 'A6-1-a', narrower: ['explicit-consent', 'non-explicit-consent'], needsLaw: false },
  b: { term: 'A6-1-b', narrower: ['contract-performance', 'enter-into-contract'], needsLaw: false },
  c: { term: 'A6-1-c', narrower: [], needsLaw: true },
  d: { term: 'A6-1-d', narrower: ['data-subject', 'natural-person'], needsLaw: false },
  e: { term: 'A6-1-e', narrower: ['official-authority', 'public-interest'], needsLaw: true },
  f: { term: 'A6-1-f', narrower: ['controller', 'third-party'], needsLaw: false },
} as const satisfies Record<Article6, Article6Facts>;

export const article6Letters = Object.keys(article6) as readonly Article6[];

/** IRI of a basis in DPV. */
export function article6Iri(letter: Article6): string {
  return EU_GDPR + article6[letter].term;
}

const letters = new Map<string, Article6>(
  article6Letters.flatMap((letter) => {
    const { term, narrower } = article6[letter];
    return [term, ...narrower.map((part) => `${term}-${part}`)].map(
      (name) => [EU_GDPR + name, letter] as const,
    );
  }),
);

/** The paragraph a DPV term belongs to, also for narrower terms; `undefined` when it is no legal basis of Article 6(1). */
export function article6Of(iri: string): Article6 | undefined {
  return letters.get(iri);
}
