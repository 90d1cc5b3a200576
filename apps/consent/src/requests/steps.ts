import type { SharedFields } from '@grondslag/protocol';
import { isEmptyShare } from './shared-parts.ts';
import { chosenKinds, type SpecialKind } from './special-kinds.ts';

/** Steps of a question, one decision each, with their names in the address. */
export const steps = ['who', 'purpose', 'facts', 'explicit', 'end', 'ifNo', 'summary'] as const;
export type Step = (typeof steps)[number];
/** Pages beside the steps: saying no, which can be done from any step. */
export type WizardPage = Step | 'no';

const names = {
  who: 'wie',
  purpose: 'waarvoor',
  facts: 'gegevens',
  explicit: 'bijzondere-gegevens',
  end: 'tot-wanneer',
  ifNo: 'als-u-nee-zegt',
  summary: 'overzicht',
  no: 'nee',
} as const satisfies Record<WizardPage, string>;

/** What has been chosen so far; nothing is chosen beforehand. */
export interface Draft {
  /** Purposes that are allowed; only of a question that names several. */
  readonly purposes: readonly string[];
  /** URLs of the ticked facts. */
  readonly facts: readonly string[];
  /** Of those that are shared in part, the fields that are. */
  readonly shared: readonly SharedFields[];
  /** Kinds of facts of special categories that got an explicit yes. */
  readonly explicit: readonly string[];
  readonly endsAt: Date | undefined;
}
export const emptyDraft: Draft = {
  purposes: [],
  facts: [],
  shared: [],
  explicit: [],
  endsAt: undefined,
};

/** The steps of one question: few ask for something of a special category. */
export function stepsOf(asksSpecial: boolean): readonly Step[] {
  return steps.filter((step) => step !== 'explicit' || asksSpecial);
}

/** The steps for who may not say yes: what a question is, and nothing to choose. */
export const readingSteps: readonly Step[] = ['who', 'purpose', 'facts'];

/** The page to really show to who may not say yes. */
export function readablePage(page: WizardPage, mayRefuse: boolean): WizardPage {
  if (page === 'no') return mayRefuse ? page : 'who';
  return readingSteps.includes(page) ? page : 'facts';
}

/** Whether a page says something of the citizen's own facts: the others can be read before those are there. */
export function needsFacts(page: WizardPage): boolean {
  return page === 'facts' || page === 'explicit' || page === 'summary';
}

/** Page in the query of an address; the first step when it names none. */
export function pageOf(search: string): WizardPage {
  const name = new URLSearchParams(search).get('stap');
  return (Object.keys(names) as WizardPage[]).find((page) => names[page] === name) ?? 'who';
}

/** Query of the address of a page. */
export function searchOf(page: WizardPage): string {
  return `?stap=${names[page]}`;
}

/**
 * The page to really show: one that skips a choice becomes the page of that choice. So after a reload, which
 * forgets the choices, a summary becomes the choice of facts.
 *
 * @param special kinds the citizen is asked about apart; `undefined` while that is not known
 */
export function reachablePage(
  page: WizardPage,
  draft: Draft,
  special: readonly SpecialKind[] | undefined,
  asksSeveralPurposes: boolean,
): WizardPage {
  if (page === 'no' || page === 'who' || page === 'purpose') return page;
  if (asksSeveralPurposes && draft.purposes.length === 0) return 'purpose';
  if (page === 'facts') return page;
  if (draft.facts.length === 0 || isEmptyShare(draft)) return 'facts';
  if (special === undefined) return 'explicit';
  const isOpen = chosenKinds(draft, special).some(
    ({ claimType }) => !draft.explicit.includes(claimType),
  );
  if (isOpen) return 'explicit';
  if (page === 'explicit' && special.length > 0) return page;
  if (page !== 'end' && page !== 'explicit' && draft.endsAt === undefined) return 'end';
  return page === 'explicit' ? 'end' : page;
}

/** The step after or before a step, of those there are. */
export function stepBeside(step: Step, by: 1 | -1, among: readonly Step[]): Step | undefined {
  return among[among.indexOf(step) + by];
}
