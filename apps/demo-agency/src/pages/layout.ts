import { html } from 'hono/html';
import type { Speech } from '../words/language.ts';

/** Escaped HTML. */
export type Html = ReturnType<typeof html>;

interface Page {
  speech: Speech;
  /** Title of the page, and its only `h1`. */
  title: string;
  body: Html;
  /** Path of this page, for the same page in the other language; none after a form was sent. */
  path?: string;
  /** More of the head. */
  head?: Html;
}

/** The frame of every page. */
export function layout({ speech, title, body, path, head }: Page): Html {
  const { language, words } = speech;
  const other = language === 'nl' ? 'en' : 'nl';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${words.name}</title>
<link rel="stylesheet" href="/stijl.css">
<link rel="icon" href="data:,">
${head ?? ''}
</head>
<body>
<a class="skip" href="#inhoud">${words.skip}</a>
<header>
<p>${words.name}</p>
${path === undefined ? '' : html`<a href="${path}?lang=${other}" hreflang="${other}" lang="${other}">${words.otherLanguage}</a>`}
</header>
<main id="inhoud">
<h1>${title}</h1>
${body}
</main>
<footer><p class="note">${words.sample}</p></footer>
</body>
</html>`;
}
