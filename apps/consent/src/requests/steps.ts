/** Steps of a question, one decision each, with their names in the address. */
export const steps = ['who', 'purpose', 'facts', 'end', 'ifNo', 'summary'] as const;
export type Step = (typeof steps)[number];
/** Pages beside the steps: saying no, which can be done from any step. */
export type WizardPage = Step | 'no';

const names = {
  who: 'wie',
  purpose: 'waarvoor',
  facts: 'gegevens',
  end: 'tot-wanneer',
  ifNo: 'als-u-nee-zegt',
  summary: 'overzicht',
  no: 'nee',
} as const satisfies Record<WizardPage, string>;

/** What has been chosen so far; nothing is chosen beforehand. */
export interface Draft {
  /** URLs of the ticked facts. */
  readonly facts: readonly string[];
  readonly endsAt: Date | undefined;
}
export const emptyDraft: Draft = { facts: [], endsAt: undefined };

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
 */
export function reachablePage(page: WizardPage, draft: Draft): WizardPage {
  if (page === 'no' || page === 'who' || page === 'purpose' || page === 'facts') return page;
  if (draft.facts.length === 0) return 'facts';
  if (page !== 'end' && draft.endsAt === undefined) return 'end';
  return page;
}

/** The step after or before a step. */
export function stepBeside(step: Step, by: 1 | -1): Step | undefined {
  return steps[steps.indexOf(step) + by];
}
