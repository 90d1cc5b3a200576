import { type LeftOut, type OtherRoute, type ReadOutcome, reasons } from '@grondslag/agency';
import { html } from 'hono/html';
import type { Case, CaseState } from '../cases/case.ts';
import {
  decideEligibility,
  type Eligibility,
  LIMIT_FIRST_PERSON,
  LIMIT_NEXT_PERSON,
  OUR_CITY,
} from '../decide-eligibility.ts';
import { type Facts, type Provenance, readFacts } from '../read-facts.ts';
import type { Speech } from '../words/language.ts';
import { factNameAt } from './fact-name.ts';
import { notGivenList, readForm } from './granted-page.ts';
import { type Html, layout } from './layout.ts';
import { deadEndFree, otherRouteBox } from './other-route.ts';

interface AnswerPage {
  speech: Speech;
  kept: Case;
  state: Extract<CaseState, { kind: 'granted' }>;
  outcome: ReadOutcome;
  readAt: Date;
  /** For a grant that is not known, which names none. */
  otherRoute: OtherRoute;
}

/** What came of reading. */
export function answerPage(page: AnswerPage): Html {
  const { speech, kept, outcome, otherRoute } = page;
  const { words } = speech;
  const path = `/zaak/${kept.id}`;
  const again = readForm(speech, kept.id, words.readAgain);
  switch (outcome.status) {
    case 'read':
      return readPage(page, outcome);
    case 'not-verified':
      return deadEndFree(speech, {
        title: words.notVerifiedTitle,
        text: words.notVerifiedText,
        more: html`${leftOutList(speech, outcome.leftOut)}
${again}`,
        otherRoute: outcome.otherRoute,
        path,
      });
    case 'no-access': {
      const texts = {
        withdrawn: [words.withdrawnTitle, words.withdrawnText],
        expired: [words.accessEndedTitle, words.accessEndedText],
        refused: [words.refusedTitle, words.refusedText],
        // these four are of lawful access, which this page never reads under
        waiting: [words.refusedTitle, words.refusedText],
        objected: [words.refusedTitle, words.refusedText],
        suspended: [words.refusedTitle, words.refusedText],
        ended: [words.accessEndedTitle, words.accessEndedText],
        'unknown-grant': [words.refusedTitle, words.refusedText],
      } as const;
      const [title, text] = texts[outcome.reason];
      return deadEndFree(speech, {
        title,
        text,
        // Reading again makes no sense after a permission has ended.
        more: outcome.reason === 'withdrawn' || outcome.reason === 'expired' ? undefined : again,
        otherRoute: outcome.otherRoute ?? otherRoute,
        path,
      });
    }
  }
}

function readPage(
  { speech, kept, state, readAt, otherRoute }: AnswerPage,
  outcome: Extract<ReadOutcome, { status: 'read' }>,
): Html {
  const { words } = speech;
  const facts = readFacts(outcome);
  const eligibility = decideEligibility(facts);
  return layout({
    speech,
    title: words.answerTitle,
    path: `/zaak/${kept.id}`,
    body: html`<p>${words.about(kept.name)}</p>
<div class="box" role="status" data-outcome="${eligibility.outcome}">
<p><strong>${verdict(speech, eligibility)}</strong></p>
</div>
<h2>${words.factsTitle}</h2>
${factList(speech, facts)}
${disputedList(speech, outcome.disputed)}
${leftOutList(speech, outcome.leftOut)}
${notGivenList(speech, state.notGranted)}
<h2>${words.ruleTitle}</h2>
<p>${rule(speech, eligibility)}</p>
<p class="note">${words.readAt(speech.time(readAt))} <span class="screen">${words.thrownAway}</span></p>
${readForm(speech, kept.id, words.readAgain)}
${eligibility.outcome === 'yes' ? '' : otherRouteBox(speech, otherRoute)}
<p class="screen"><a href="${speech.link('/')}">${words.newQuestion}</a></p>`,
  });
}

function verdict({ words }: Speech, { outcome }: Eligibility): string {
  switch (outcome) {
    case 'yes':
      return words.yes;
    case 'no':
      return words.no;
    case 'city-unknown':
      return words.cityUnknown;
    case 'household-unknown':
      return words.householdUnknown;
    case 'income-unknown':
      return words.incomeUnknown;
  }
}

function rule({ words, wholeAmount }: Speech, eligibility: Eligibility): string {
  const general = words.rule(
    wholeAmount(LIMIT_FIRST_PERSON),
    wholeAmount(LIMIT_NEXT_PERSON),
    OUR_CITY,
  );
  if (eligibility.outcome === 'income-unknown') return general;
  return `${general} ${words.ruleHere(wholeAmount(eligibility.limit), eligibility.persons)}`;
}

function factList(speech: Speech, { incomes, city, household }: Facts): Html {
  const { words } = speech;
  return html`<dl>
${incomes.map((income) =>
  fact(speech, words.incomeOf(income.year), speech.amount(income.amount, income.currency), income),
)}
${city ? fact(speech, words.residence, city.city, city) : ''}
${household ? fact(speech, words.household, words.people(household), household) : ''}
</dl>`;
}

function fact(speech: Speech, name: string, value: string, provenance: Provenance): Html {
  const { words } = speech;
  return html`<dt>${name}</dt>
<dd><strong>${value}</strong></dd>
<dd class="note">${words.source}: ${speech.local(provenance.source)}</dd>
<dd class="note">${words.checked}: ${speech.time(provenance.checkedAt)}</dd>
<dd class="note">${words.credential}: ${provenance.credential}</dd>
${provenance.isPart ? html`<dd class="note">${words.part}</dd>` : ''}
`;
}

function disputedList({ words }: Speech, disputed: readonly { resource: string }[]): Html {
  if (disputed.length === 0) return html``;
  return html`<h2>${words.disputedTitle}</h2>
<ul>
${disputed.map(({ resource }) => html`<li>${factNameAt(words, resource)}</li>`)}
</ul>
<p>${words.disputedText}</p>`;
}

function leftOutList({ words, local }: Speech, leftOut: readonly LeftOut[]): Html {
  if (leftOut.length === 0) return html``;
  return html`<h2>${words.leftOutTitle}</h2>
<dl>
${leftOut.map(
  ({ resource, reason }) => html`<dt>${factNameAt(words, resource)}</dt>
<dd>${local(reasons[reason].why)}</dd>`,
)}
</dl>`;
}
