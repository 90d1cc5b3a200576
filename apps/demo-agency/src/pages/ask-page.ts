import type { OtherRoute } from '@grondslag/agency';
import { html } from 'hono/html';
import { needs } from '../question.ts';
import type { Speech } from '../words/language.ts';
import { factName } from './fact-name.ts';
import { type Html, layout } from './layout.ts';
import { otherRouteBox } from './other-route.ts';

/** Value of the last choice: a free address. */
export const SOMEONE_ELSE = 'iemand-anders';

interface AskPage {
  speech: Speech;
  citizens: readonly { webId: string; name: string }[];
  purposeInWords: { nl: string; en?: string };
  otherRoute: OtherRoute;
  until: Date;
  /** What was wrong with the form. */
  problem?: string | undefined;
}

/** Choose the person; see what will be asked, why, for how long, and the other route. */
export function askPage(page: AskPage): Html {
  const { speech, citizens, purposeInWords, otherRoute, until, problem } = page;
  const { words } = speech;
  return layout({
    speech,
    title: words.askTitle,
    path: '/',
    body: html`<p>${words.askIntro}</p>
<form method="post" action="/vragen">
<input type="hidden" name="lang" value="${speech.language}">
${problem === undefined ? '' : html`<p class="box warm" role="alert" id="fout">${problem}</p>`}
<fieldset${problem === undefined ? '' : html` aria-describedby="fout"`}>
<legend>${words.who}</legend>
${citizens.map(({ webId, name }) => choice(webId, name))}
${choice(SOMEONE_ELSE, words.someoneElse)}
<label for="webid">${words.webId}</label>
<input type="url" id="webid" name="webId" autocomplete="off" spellcheck="false">
</fieldset>
<h2>${words.whatTitle}</h2>
<dl>
${needs.map(
  ({
    claimType,
    required,
    reason,
  }) => html`<dt>${factName(words, claimType)} (${required ? words.required : words.optional})</dt>
<dd>${speech.local(reason)}</dd>`,
)}
</dl>
<dl>
<dt>${words.whatFor}</dt><dd>${speech.local(purposeInWords)}</dd>
<dt>${words.until}</dt><dd>${words.untilText(speech.date(until))}</dd>
</dl>
<p><button type="submit">${words.ask}</button></p>
</form>
${otherRouteBox(speech, otherRoute)}`,
  });
}

function choice(value: string, label: string): Html {
  return html`<label class="choice"><input type="radio" name="citizen" value="${value}" required><span>${label}</span></label>
`;
}
