import { authorityPaths } from '@grondslag/protocol';
import { Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { html } from 'hono/html';
import { AuthorityError, type AuthorityErrorCode } from '../errors.ts';
import { chooseLanguage } from '../http/choose-language.ts';
import { jsonResponse } from '../http/json-response.ts';
import type { ProblemLanguage } from '../problems/problem-type.ts';
import { problemTypes, problemTypeUrl } from '../problems/problem-types.ts';
import { pageResponse } from './page.ts';

/** What each `type` of a problem means, for programs and as a page, in English and Dutch. */
export function problemRoutes({ baseUrl }: { readonly baseUrl: string }): Hono {
  const describe = (code: AuthorityErrorCode, language: ProblemLanguage) => ({
    type: problemTypeUrl(baseUrl, code),
    code,
    status: problemTypes[code].status,
    title: problemTypes[code].title[language],
    advice: problemTypes[code].advice[language],
  });
  return new Hono()
    .get(`/${authorityPaths.problems}`, (c) => {
      const language = chooseLanguage(c.req.header('Accept-Language'));
      const codes = Object.keys(problemTypes) as AuthorityErrorCode[];
      const items = codes.map((code) => describe(code, language));
      return jsonResponse({ items }, { headers: headersFor(language) });
    })
    .get(`/${authorityPaths.problems}/:code`, (c) => {
      const code = c.req.param('code');
      if (!isCode(code)) {
        throw new AuthorityError('not_found', 'There is no problem with this code.');
      }
      const language = chooseLanguage(c.req.header('Accept-Language'));
      const described = describe(code, language);
      const media = accepts(c, {
        header: 'Accept',
        supports: ['application/json', 'text/html'],
        default: 'application/json',
      });
      if (media !== 'text/html') {
        return jsonResponse(described, { headers: headersFor(language) });
      }
      const body = html`<p>${described.advice}</p>
<p><code>${code}</code> · HTTP ${described.status}</p>`;
      return pageResponse({ title: described.title, language, body }, headersFor(language));
    });
}

function isCode(code: string): code is AuthorityErrorCode {
  return Object.hasOwn(problemTypes, code);
}

function headersFor(language: ProblemLanguage): Record<string, string> {
  return {
    'Content-Language': language,
    Vary: 'Accept, Accept-Language',
    'Cache-Control': 'public, max-age=300',
  };
}
