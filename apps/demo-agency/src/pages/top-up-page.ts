import type { LawfulAccessOutcome } from '@grondslag/agency';
import { html } from 'hono/html';
import { TOP_UP_PATH } from '../council.ts';
import type { Speech } from '../words/language.ts';
import { type Html, layout } from './layout.ts';
import { otherRouteBox } from './other-route.ts';

/** A council wants to read without a law; `outcome` is what the authority said when it tried. */
export function topUpPage(speech: Speech, outcome?: LawfulAccessOutcome): Html {
  const { words } = speech;
  return layout({
    speech,
    title: words.topUpTitle,
    path: `/${TOP_UP_PATH}`,
    body: html`<p>${words.topUpIntro}</p>
<p class="note">${words.topUpSample}</p>
${outcome === undefined ? '' : answerOf(speech, outcome)}
<form method="post" action="/${TOP_UP_PATH}">
<input type="hidden" name="lang" value="${speech.language}">
<p><button type="submit">${outcome === undefined ? words.topUpTry : words.topUpTryAgain}</button></p>
</form>
<p class="screen"><a href="${speech.link('/')}">${words.newQuestion}</a></p>`,
  });
}

function answerOf(speech: Speech, outcome: LawfulAccessOutcome): Html {
  const { words, local } = speech;
  if (!('why' in outcome)) return html`<p role="status">${words.topUpOther}</p>`;
  return html`<section class="box" aria-labelledby="antwoord">
<h2 id="antwoord">${words.topUpNo}</h2>
<dl>
<dt>${words.topUpWhy}</dt><dd>${local(outcome.why)}</dd>
<dt>${words.topUpRule}</dt><dd>${words.topUpArticle(outcome.article)} (${outcome.rule})</dd>
<dt>${words.topUpAdvice}</dt><dd>${local(outcome.advice)}</dd>
</dl>
</section>
${otherRouteBox(speech, outcome.otherRoute)}`;
}
