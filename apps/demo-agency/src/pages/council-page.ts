import type { LawfulAccessOutcome, RequestOutcome } from '@grondslag/agency';
import { html } from 'hono/html';
import { type FREE_CHOICE_PATH, TOP_UP_PATH } from '../council.ts';
import type { Speech } from '../words/language.ts';
import { type Html, layout } from './layout.ts';
import { otherRouteBox } from './other-route.ts';

/** What the council tried, and what the authority said when it did. */
export type CouncilOutcome = LawfulAccessOutcome | RequestOutcome;

/** A council tries what the rules do not allow; without an outcome it has not tried yet. */
export function councilPage(
  speech: Speech,
  path: typeof TOP_UP_PATH | typeof FREE_CHOICE_PATH,
  outcome?: CouncilOutcome,
): Html {
  const { words } = speech;
  const { title, intro, attempt } = words.council[path === TOP_UP_PATH ? 'topUp' : 'freeChoice'];
  return layout({
    speech,
    title,
    path: `/${path}`,
    body: html`<p>${intro}</p>
<p class="note">${words.council.sample}</p>
${outcome === undefined ? '' : answerOf(speech, outcome)}
<form method="post" action="/${path}">
<input type="hidden" name="lang" value="${speech.language}">
<p><button type="submit">${outcome === undefined ? attempt : words.council.tryAgain}</button></p>
</form>
<p class="screen"><a href="${speech.link('/')}">${words.newQuestion}</a></p>`,
  });
}

function answerOf(speech: Speech, outcome: CouncilOutcome): Html {
  const { words, local } = speech;
  if (!('why' in outcome)) {
    const isAsked = outcome.status === 'requested';
    return html`<p role="status">${isAsked ? words.council.asked : words.council.nothingRead}</p>`;
  }
  return html`<section class="box" aria-labelledby="antwoord">
<h2 id="antwoord">${words.council.no}</h2>
<dl>
<dt>${words.council.why}</dt><dd>${local(outcome.why)}</dd>
<dt>${words.council.rule}</dt><dd>${words.council.article(outcome.article)} (${outcome.rule})</dd>
<dt>${words.council.advice}</dt><dd>${local(outcome.advice)}</dd>
</dl>
</section>
${otherRouteBox(speech, outcome.otherRoute)}`;
}
