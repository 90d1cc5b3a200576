import type { OtherRoute } from '@grondslag/agency';
import { html } from 'hono/html';
import type { Case, CaseState } from '../cases/case.ts';
import type { Speech } from '../words/language.ts';
import { factName } from './fact-name.ts';
import { type Html, layout } from './layout.ts';
import { deadEndFree } from './other-route.ts';

type Granted = Extract<CaseState, { kind: 'granted' }>;

/** A yes, before anything was read; or a yes to too little. */
export function grantedPage(
  speech: Speech,
  kept: Case,
  { notGranted }: Granted,
  otherRoute: OtherRoute,
): Html {
  const { words } = speech;
  const path = `/zaak/${kept.id}`;
  if (notGranted.some(({ required }) => required)) {
    return deadEndFree(speech, {
      title: words.notEnoughTitle,
      text: words.incomeUnknown,
      more: notGivenList(speech, notGranted),
      otherRoute,
      path,
    });
  }
  return layout({
    speech,
    title: words.grantedTitle,
    path,
    body: html`<p>${words.grantedText(kept.name)}</p>
${notGivenList(speech, notGranted)}
${readForm(speech, kept.id, words.read)}`,
  });
}

/** What the citizen kept to themselves. */
export function notGivenList({ words }: Speech, notGranted: Granted['notGranted']): Html {
  if (notGranted.length === 0) return html``;
  return html`<h2>${words.notGrantedTitle}</h2>
<dl>
${notGranted.map(
  ({ claimType, required }) => html`<dt>${factName(words, claimType)}</dt>
<dd>${required ? words.notGrantedRequired : words.notGrantedOptional}</dd>`,
)}
</dl>`;
}

/** Reading is a button: each read is one line in the log of the agency and one the citizen sees. */
export function readForm(speech: Speech, id: string, label: string): Html {
  return html`<form method="post" action="/zaak/${id}/lezen">
<input type="hidden" name="lang" value="${speech.language}">
<button type="submit">${label}</button>
</form>`;
}
