import type { OtherRoute } from '@grondslag/agency';
import { html } from 'hono/html';
import { OTHER_ROUTE_PATH } from '../question.ts';
import type { Speech } from '../words/language.ts';
import { type Html, layout } from './layout.ts';

/** The way without a vault, on every page that does not lead on. */
export function otherRouteBox(speech: Speech, { text, phone }: OtherRoute): Html {
  const { words } = speech;
  return html`<section class="box warm" aria-labelledby="andere-weg">
<h2 id="andere-weg">${words.otherRouteTitle}</h2>
<p>${speech.local(text)}</p>
${phone === undefined ? '' : html`<p>${words.phone}: <strong>${phone}</strong></p>`}
<p><a href="${speech.link(`/${OTHER_ROUTE_PATH}`)}">${words.moreOnOtherRoute}</a></p>
</section>`;
}

/** An end that is not the one hoped for, and where to go from here. */
export function deadEndFree(
  speech: Speech,
  page: {
    title: string;
    text: string;
    more?: Html | undefined;
    otherRoute: OtherRoute;
    path?: string;
  },
): Html {
  const { title, text, more, otherRoute, path } = page;
  return layout({
    speech,
    title,
    ...(path !== undefined && { path }),
    body: html`<p>${text}</p>
${more ?? ''}
${otherRouteBox(speech, otherRoute)}
<p class="screen"><a href="${speech.link('/')}">${speech.words.newQuestion}</a></p>`,
  });
}

/** What to do without a vault. */
export function otherRoutePage(speech: Speech, { phone }: OtherRoute): Html {
  const { words } = speech;
  return layout({
    speech,
    title: words.withoutTitle,
    path: `/${OTHER_ROUTE_PATH}`,
    body: html`<p>${words.withoutText}</p>
<ol>
${words.withoutSteps.map((step) => html`<li>${step}</li>`)}
</ol>
${phone === undefined ? '' : html`<p>${words.phone}: <strong>${phone}</strong></p>`}
<p><a href="${speech.link('/')}">${words.askTitle}</a></p>`,
  });
}
