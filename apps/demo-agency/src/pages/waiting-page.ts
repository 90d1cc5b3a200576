import type { OtherRoute } from '@grondslag/agency';
import { html } from 'hono/html';
import type { Case } from '../cases/case.ts';
import type { Speech } from '../words/language.ts';
import { type Html, layout } from './layout.ts';
import { otherRouteBox } from './other-route.ts';

/** After this long the page says that nobody need wait. */
export const LONG_WAIT_SECONDS = 600;

interface WaitingPage {
  speech: Speech;
  kept: Case;
  consentApp: string;
  otherRoute: OtherRoute;
  now: Date;
}

/** The question was sent. The page looks for a decision by itself, with or without script. */
export function waitingPage({ speech, kept, consentApp, otherRoute, now }: WaitingPage): Html {
  const { words } = speech;
  const waitedSeconds = (now.getTime() - new Date(kept.askedAt).getTime()) / 1000;
  const isLong = waitedSeconds > LONG_WAIT_SECONDS;
  const path = `/zaak/${kept.id}`;
  return layout({
    speech,
    title: words.waitTitle,
    path,
    head: html`<script src="/wacht.js" type="module"></script>
<noscript><meta http-equiv="refresh" content="3"></noscript>`,
    body: html`<div data-status="${path}/stand" role="status">
<p>${words.waitText(kept.name)}</p>
<p>${isLong ? words.waitLong : words.waitNoHurry}</p>
</div>
<p><a href="${consentApp}" target="_blank" rel="noopener">${words.toConsent}</a></p>
<p><a href="${speech.link(path)}">${words.lookAgain}</a></p>
${otherRouteBox(speech, otherRoute)}`,
  });
}
