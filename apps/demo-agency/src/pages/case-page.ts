import type { OtherRoute } from '@grondslag/agency';
import { html } from 'hono/html';
import type { Case } from '../cases/case.ts';
import type { LastRead } from '../cases/last-reads.ts';
import type { Speech } from '../words/language.ts';
import { answerPage } from './answer-page.ts';
import { grantedPage } from './granted-page.ts';
import type { Html } from './layout.ts';
import { deadEndFree } from './other-route.ts';
import { waitingPage } from './waiting-page.ts';

interface CasePage {
  speech: Speech;
  kept: Case;
  /** What the last read gave, if there was one. */
  read: LastRead | undefined;
  consentApp: string;
  otherRoute: OtherRoute;
  now: Date;
}

/** One case, wherever it stands. */
export function casePage({ speech, kept, read, consentApp, otherRoute, now }: CasePage): Html {
  const { words } = speech;
  const { state } = kept;
  const end = (title: string, text: string, more?: Html) =>
    deadEndFree(speech, { title, text, more, otherRoute, path: `/zaak/${kept.id}` });
  switch (state.kind) {
    case 'asked':
      return waitingPage({ speech, kept, consentApp, otherRoute, now });
    case 'granted':
      return read
        ? answerPage({ speech, kept, state, outcome: read.outcome, readAt: read.at, otherRoute })
        : grantedPage(speech, kept, state, otherRoute);
    case 'denied':
      return end(words.deniedTitle, words.deniedText, quoted(speech, state.reason));
    case 'no-vault':
      return end(words.noVaultTitle, words.noVaultText);
    case 'refused':
      return end(words.refusedTitle, state.why[speech.language]);
    case 'expired':
      return end(words.expiredTitle, words.expiredText);
    case 'canceled':
      return end(words.canceledTitle, words.canceledText);
  }
}

function quoted({ words }: Speech, reason: string | undefined): Html | undefined {
  if (reason === undefined) return undefined;
  return html`<p>${words.deniedReason}</p>
<blockquote>${reason}</blockquote>`;
}
