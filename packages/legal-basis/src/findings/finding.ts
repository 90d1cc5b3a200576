/** In Dutch and English, and in French and German where a citizen reads it. */
export interface Words {
  readonly nl: string;
  readonly en: string;
  readonly fr?: string;
  readonly de?: string;
}

/** What a rule says when it decides: with the article it rests on, and what one can do. */
export interface FindingWords {
  /** Of the GDPR, unless it says otherwise. */
  readonly article: string;
  /** One plain sentence. */
  readonly why: Words;
  /** What to do next; of what is allowed, what follows. */
  readonly advice: Words;
}

type Pair = readonly [nl: string, en: string];

/** Words of a finding: article, why, what to do; Dutch first. */
export function finding(article: string, why: Pair, advice: Pair): FindingWords {
  return {
    article,
    why: { nl: why[0], en: why[1] },
    advice: { nl: advice[0], en: advice[1] },
  };
}
