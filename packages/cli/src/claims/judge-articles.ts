import { type LeftOutReason, type PolicyArticle, policyArticles, reasons } from '@grondslag/claims';

/** What is known of one article of policy; `not-judged`: it did not come that far, or nobody asked. */
export interface JudgedArticle {
  readonly article: PolicyArticle;
  readonly state: 'held' | 'failed' | 'not-judged';
}

/** What was judged, and held, before a reason of this article can be given. The kind of claim (P6) comes before P5. */
const heldBefore: Readonly<Record<PolicyArticle, readonly PolicyArticle[]>> = {
  P1: [],
  P2: ['P1'],
  P3: ['P1', 'P2'],
  P4: ['P1', 'P2'],
  P6: ['P1', 'P2', 'P3', 'P4'],
  P5: ['P1', 'P2', 'P3', 'P4'],
  P7: ['P1', 'P2', 'P3', 'P4', 'P5'],
  P8: ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7'],
  P9: ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8'],
  P10: ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9'],
};
const articles = Object.keys(policyArticles) as PolicyArticle[];

/** Articles that nobody asked about: of whom it should be, and how old it may be. */
export interface NotAsked {
  readonly P7: boolean;
  readonly P9: boolean;
}

/** @param reason why it is left out; `undefined`: everything held */
export function judgeArticles(
  reason: LeftOutReason | undefined,
  notAsked: NotAsked,
): readonly JudgedArticle[] {
  const failed = reason && reasons[reason].article;
  // Without a list nothing else is looked at.
  const held = reason === 'trust_unknown' ? [] : failed ? heldBefore[failed] : articles;
  return articles.map((article) => {
    if (article === failed) return { article, state: 'failed' };
    const asked = !(article in notAsked && notAsked[article as keyof NotAsked]);
    return { article, state: held.includes(article) && asked ? 'held' : 'not-judged' };
  });
}

/** Of a credential whose signature holds, without anybody to say whom to believe. */
export const judgedBySignature: readonly JudgedArticle[] = articles.map((article) => ({
  article,
  state: heldBefore.P4.includes(article) || article === 'P3' ? 'held' : 'not-judged',
}));
