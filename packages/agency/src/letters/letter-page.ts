import { explanationFromFields, type LocalText, type Need } from '@grondslag/protocol';
import type { Letter } from '@grondslag/protocol/counter';
import { escapeHtml, fill } from './html.ts';
import { answerStrip } from './letter-strip.ts';
import { letterStyle } from './letter-style.ts';
import { type LetterLanguage, type LetterWords, letterWords } from './letter-words.ts';
import { needInWords } from './need-in-words.ts';

/** How a letter is written. */
export interface LetterOptions {
  readonly language?: LetterLanguage;
  /** Name and address, on lines of their own. Nothing of it leaves this machine. */
  readonly to?: string;
  /** Where the citizen can type the code, as people type it: `mijn.kluis.example/brief`. */
  readonly app?: string;
  readonly now?: Date;
  /** Address of the style, where a policy allows none inside the page; it is `letterStyle`. */
  readonly stylesheet?: string;
}

/** All that the parts of a letter need. */
export interface LetterContext {
  readonly letter: Letter;
  readonly language: LetterLanguage;
  readonly words: LetterWords;
  readonly agency: string;
  readonly needs: readonly Need[];
  /** Somebody's words as HTML, in Dutch when there are no others. */
  readonly local: (text: LocalText) => string;
  readonly day: (at: Date) => string;
}

const locales = { nl: 'nl-NL', en: 'en-GB', fr: 'fr', de: 'de' } as const;

/**
 * A letter as one page of HTML to print on A4: what is asked, the code, and a strip to answer on. Large type, black on
 * white; no script, nothing that is loaded. What a browser prints of it to PDF is tagged, in reading order.
 *
 * @throws {TypeError} when the request explains nothing; the authority makes no letter about such a one
 */
export function letterPage(letter: Letter, options: LetterOptions = {}): string {
  const { language = 'nl', to, app, now = new Date(), stylesheet } = options;
  const { request } = letter;
  const explanation = explanationFromFields(request.credentialSubject.hasConsent);
  if (!explanation) throw new TypeError('Expected a letter about a request that explains itself.');
  const agency = nameOf(letter, language);
  const context: LetterContext = {
    letter,
    language,
    agency,
    words: letterWords[language],
    needs: explanation.needs,
    local: (text) => localHtml(text, language),
    day: (at) => new Intl.DateTimeFormat(locales[language], { dateStyle: 'long' }).format(at),
  };
  const { words, local, day } = context;
  const title = fill(words.title, { agency });
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width">${stylesheet === undefined ? `<style>${letterStyle}</style>` : `<link rel="stylesheet" href="${escapeHtml(stylesheet)}">`}</head><body>
<header>${to === undefined ? '' : `<address>${to.split('\n').map(escapeHtml).join('\n')}</address>`}
<p>${escapeHtml(agency)}<br>${day(now)}</p></header>
<main><h1>${title}</h1>
${words.intro.map((line) => `<p>${fill(line, { agency })}</p>`).join('')}
<section><h2>${fill(words.who)}</h2><p>${escapeHtml(agency)} (${escapeHtml(new URL(request.credentialSubject.id).host)}). ${fill(letter.agency ? words.known : words.unknown)}</p></section>
<section><h2>${fill(words.whatFor)}</h2><p>${fill(words.writes, { agency })}</p><blockquote>${local(explanation.purposeInWords)}</blockquote><p>${fill(words.ground)}</p></section>
<section><h2>${fill(words.facts)}</h2><p>${fill(words.factsIntro)}</p>
<ol>${explanation.needs.map((need) => needItem(need, context)).join('')}</ol></section>
<section><h2>${fill(words.until)}</h2><p>${until(context)}</p></section>
<section><h2>${fill(words.ifNo)}</h2><p>${fill(words.ifNoText, { agency })}</p><h3>${fill(words.otherRoute)}</h3><p>${local(explanation.otherRoute.text)}</p>
${[explanation.otherRoute.phone && fill(words.phone, { phone: explanation.otherRoute.phone }), explanation.otherRoute.url && escapeHtml(explanation.otherRoute.url)].map((line) => (line ? `<p>${line}</p>` : '')).join('')}</section>
<section class="answer"><h2>${fill(words.answer)}</h2><p>${fill(words.answerIntro, { date: day(new Date(letter.answerBefore)) })}</p>
<h3>${fill(words.code)}</h3><p class="code">${escapeHtml(letter.code)}</p>
${waysToAnswer(context, app)}
<h3>${fill(words.stop)}</h3><p>${fill(words.stopText)}</p></section>
${answerStrip(context)}
</main></body></html>
`;
}

/** Screen, counter and post, as far as they are there. */
function waysToAnswer({ letter: { desks }, words, local }: LetterContext, app?: string): string {
  const screen = app === undefined ? [] : [[words.onScreen, fill(words.onScreenText, { app })]];
  const list = (lines: readonly string[]) =>
    `</p><ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul><p>`;
  const visits = desks.map(
    ({ name, visit, phone }) => `${local(name)}: ${local(visit)}. ${fill(words.phone, { phone })}`,
  );
  const posts = desks.map(({ name, post }) => `${local(name)}, ${local(post)}`);
  const atDesks = [
    [words.atDesk, fill(words.atDeskText) + list(visits)],
    [words.byPost, fill(words.byPostText) + list(posts)],
  ];
  return [...screen, ...(desks.length > 0 ? atDesks : [])]
    .map(([title, text], index) => `<h3>${index + 1}. ${fill(title ?? '')}</h3><p>${text}</p>`)
    .join('\n')
    .replaceAll('<p></p>', '');
}

function nameOf({ agency, request }: Letter, language: LetterLanguage): string {
  return agency?.name[language] ?? agency?.name.nl ?? new URL(request.credentialSubject.id).host;
}

function localHtml(text: LocalText, language: LetterLanguage): string {
  const own = text[language];
  return own === undefined ? `<span lang="nl">${escapeHtml(text.nl)}</span>` : escapeHtml(own);
}

function needItem(need: Need, context: LetterContext): string {
  const { words, agency, local } = context;
  const { name, fields } = needInWords(need, context);
  const meaning = fill(need.required ? words.required : words.optional, { agency });
  return `<li><strong>${capital(name)}</strong>. ${fill(words.onlyFields, { fields })}<br>${meaning}<br>${fill(words.writes, { agency })}<blockquote>${local(need.reason)}</blockquote></li>`;
}

function capital(name: string): string {
  return escapeHtml(name.charAt(0).toUpperCase() + name.slice(1));
}

function until({ letter: { request }, words, day }: LetterContext): string {
  const { expirationDate } = request;
  if (expirationDate === undefined) return fill(words.untilOpen);
  return fill(words.untilText, { date: day(new Date(expirationDate)) });
}
