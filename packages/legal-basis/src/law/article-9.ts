import { EU_GDPR } from '@grondslag/vocab';

/** Paragraph of Article 9(2) GDPR. */
export type Article9 = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j';

/** Whether this kit lets a requester use the ground, and whether a law must be cited with it. */
interface Article9Facts {
  /** `never`: not for who asks in a vault. `last-resort`: only beside vital interests. */
  readonly use: 'yes' | 'never' | 'last-resort' | 'with-consent';
  readonly needsLaw: boolean;
}

/** Article 9(2) GDPR: grounds for special categories of data, always beside one of Article 6(1). */
export const article9 = {
  a: { use: 'with-consent', needsLaw: false },
  b: { use: 'yes', needsLaw: true },
  c: { use: 'last-resort', needsLaw: false },
  d: { use: 'never', needsLaw: false },
  // data in a vault are not public
  e: { use: 'never', needsLaw: false },
  f: { use: 'yes', needsLaw: false },
  g: { use: 'yes', needsLaw: true },
  h: { use: 'yes', needsLaw: true },
  i: { use: 'yes', needsLaw: true },
  j: { use: 'yes', needsLaw: true },
} as const satisfies Record<Article9, Article9Facts>;

export const article9Letters = Object.keys(article9) as readonly Article9[];

export function article9Iri(letter: Article9): string {
  return `${EU_GDPR}A9-2-${letter}`;
}

const letters = new Map<string, Article9>(
  article9Letters.map((letter) => [article9Iri(letter), letter]),
);

/** `undefined` when the IRI is no ground of Article 9(2). */
export function article9Of(iri: string): Article9 | undefined {
  return letters.get(iri);
}
