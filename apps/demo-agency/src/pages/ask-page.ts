import type { OtherRoute } from '@grondslag/agency';
import { html } from 'hono/html';
import { FREE_CHOICE_PATH, TOP_UP_PATH } from '../council.ts';
import { needs } from '../question.ts';
import type { Speech } from '../words/language.ts';
import type { Words } from '../words/nl.ts';
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
  /** Whether there is a page about reading without a law. */
  hasCouncil: boolean;
  /** The form as it was sent, and what was wrong with it. */
  problem?: AskProblem | undefined;
}

/** A form that could not be used. */
export interface AskProblem {
  readonly text: string;
  /** The choice made, if any: then the address was wrong. */
  readonly citizen?: string | undefined;
  readonly webId?: string | undefined;
}

/** Choose the person; see what will be asked, why, for how long, and the other route. */
export function askPage(page: AskPage): Html {
  const { speech, citizens, purposeInWords, otherRoute, until, problem, hasCouncil } = page;
  const { words } = speech;
  return layout({
    speech,
    title: words.askTitle,
    path: '/',
    body: html`<p>${words.askIntro}</p>
<form method="post" action="/vragen">
<input type="hidden" name="lang" value="${speech.language}">
<fieldset${problem && !problem.citizen ? html` aria-describedby="fout"` : ''}>
<legend>${words.who}</legend>
${problem && !problem.citizen ? errorLine(problem.text) : ''}
${citizens.map(({ webId, name }) => choice(webId, name))}
${choice(SOMEONE_ELSE, words.someoneElse, problem?.citizen === SOMEONE_ELSE)}
${addressField(words, problem?.citizen ? problem : undefined)}
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
${otherRouteBox(speech, otherRoute)}
${
  hasCouncil
    ? html`<p class="screen"><a href="${speech.link(`/${TOP_UP_PATH}`)}">${words.council.topUp.link}</a></p>
<p class="screen"><a href="${speech.link(`/${FREE_CHOICE_PATH}`)}">${words.council.freeChoice.link}</a></p>`
    : ''
}`,
  });
}

function choice(value: string, label: string, checked = false): Html {
  return html`<label class="choice"><input type="radio" name="citizen" value="${value}" required${checked ? html` checked` : ''}><span>${label}</span></label>
`;
}

/** Not of type `url`: what is wrong with it is said here, in the language of the page. */
function addressField(words: Words, problem: AskProblem | undefined): Html {
  return html`<div class="else">
<label for="webid">${words.webId}</label>
<p class="note" id="webid-uitleg">${words.webIdHint}</p>
${problem ? errorLine(problem.text) : ''}
<input type="text" inputmode="url" id="webid" name="webId" value="${problem?.webId ?? ''}" autocomplete="off" autocapitalize="none" spellcheck="false"
aria-describedby="webid-uitleg${problem ? ' fout' : ''}"${problem ? html` aria-invalid="true" autofocus` : ''}>
</div>`;
}

function errorLine(text: string): Html {
  return html`<p class="error" role="alert" id="fout">${text}</p>`;
}
