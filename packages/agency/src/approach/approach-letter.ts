import { escapeHtml, fill } from '../letters/html.ts';
import { letterStyle } from '../letters/letter-style.ts';
import { needInWords } from '../letters/need-in-words.ts';
import type { ApproachQuestion } from './approach-question.ts';
import { approachWords } from './approach-words.ts';
import { fillText, type ToApproach } from './judge-read.ts';
import type { ApproachPlan } from './plan-approach.ts';

/** How a letter is written. */
export interface ApproachLetterOptions {
  readonly language?: keyof typeof approachWords;
  /** Name and address, on lines of their own. */
  readonly to?: string;
  readonly now?: Date;
}

const locales = { nl: 'nl-NL', en: 'en-GB' } as const;

/**
 * The letter to somebody who may miss out, as one page of HTML to print on A4, with a line for who checks it. It says
 * why, on which facts of whom, by which law, that nothing is decided, and which rights there are (Articles 13, 14 and
 * 21(4) GDPR). No script, nothing that is loaded.
 */
export function approachLetter(
  found: ToApproach,
  { letter, otherRoute }: ApproachQuestion,
  { mandate, basis, laws }: ApproachPlan,
  { language = 'nl', to, now = new Date() }: ApproachLetterOptions = {},
): string {
  const words = approachWords[language];
  const day = (at: Date) =>
    new Intl.DateTimeFormat(locales[language], { dateStyle: 'long' }).format(at);
  const own = (text: { readonly nl: string; readonly en: string }) =>
    escapeHtml(fillText(text[language], found.facts, language));
  const title = own(letter.title);
  const facts = mandate.dataNeeds.flatMap((need) => {
    const claims = found.restsOn.filter(({ claimType }) => claimType === need.claimType);
    return claims.map(({ source, statusCheckedAt }) => {
      const { name: kind, fields } = needInWords({ ...need, required: true }, { language });
      const said = source[language] ?? source.nl;
      return `<li>${fill(words.fact, { kind, fields, source: said, day: day(statusCheckedAt) })}</li>`;
    });
  });
  const section = (heading: string, ...paragraphs: readonly string[]) =>
    `<section><h2>${fill(heading)}</h2>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</section>`;
  const task = mandate.task[language] ?? mandate.task.nl;
  const route = otherRoute.text[language] ?? otherRoute.text.nl;
  const phone =
    otherRoute.phone === undefined ? [] : [fill(words.phone, { phone: otherRoute.phone })];
  const url = otherRoute.url === undefined ? [] : [escapeHtml(otherRoute.url)];
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width"><style>${letterStyle}</style></head><body>
<header>${to === undefined ? '' : `<address>${to.split('\n').map(escapeHtml).join('\n')}</address>`}
<p>${own(letter.from)}<br>${day(now)}</p></header>
<main><h1>${title}</h1>
<p>${own(letter.offer)}</p>
${section(words.why, escapeHtml(found.reason[language]))}
<section><h2>${fill(words.facts)}</h2><p>${fill(words.factsIntro)}</p><ul>${[...new Set(facts)].join('')}</ul></section>
${section(words.may, fill(words.law, { laws: laws.map((law) => law[language]).join('; ') }), `${fill(words.task)} ${escapeHtml(task)}`, fill(words.kept, { days: String(mandate.retentionDays) }))}
${section(words.decision, fill(words.noDecision))}
${section(words.what, own(letter.whatToDo), fill(words.nothing))}
${section(words.otherRoute, escapeHtml(route), ...phone, ...url)}
${section(words.rights, fill(words.see), ...(basis === 'e' ? [fill(words.object)] : []), fill(words.complain))}
<p>${fill(words.checked)} <span class="line"></span></p>
</main></body></html>
`;
}
