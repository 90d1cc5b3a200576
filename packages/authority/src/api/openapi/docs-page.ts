import { html } from 'hono/html';
import type { createDocument } from 'zod-openapi';
import { type Html, pageResponse } from '../page.ts';

type Document = ReturnType<typeof createDocument>;
type Operation = NonNullable<NonNullable<Document['paths']>[string]['get']>;

const methods = ['get', 'post', 'put', 'delete'] as const;

/** The OpenAPI document as a page to read. */
export function docsPage(document: Document): Promise<Response> {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item?.[method];
      return operation ? [{ path, method: method.toUpperCase(), operation }] : [];
    }),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags ?? []))];
  const ofTag = (tag: string) =>
    operations.filter(({ operation }) => operation.tags?.includes(tag));
  const body = html`
<p>${document.info.summary} Version ${document.info.version}. ${document.info.description}</p>
<p>For programs: <a href="openapi.json">openapi.json</a> (OpenAPI 3.1). Base URL: <code>${document.servers?.[0]?.url ?? ''}</code></p>
<nav aria-label="Contents"><ul>${tags.map(
    (tag) => html`<li><a href="#${anchor(tag)}">${tag}</a></li>`,
  )}<li><a href="#schemas">Schemas</a></li></ul></nav>
${tags.map(
  (tag) => html`<section aria-labelledby="${anchor(tag)}"><h2 id="${anchor(tag)}">${tag}</h2>
${ofTag(tag).map(showOperation)}</section>`,
)}
<section aria-labelledby="schemas"><h2 id="schemas">Schemas</h2>
${Object.entries(document.components?.schemas ?? {}).map(
  ([name, schema]) => html`<h3 id="schema-${name}">${name}</h3>${json(schema)}`,
)}</section>`;
  return pageResponse({ title: `${document.info.title}: the API`, language: 'en', body });
}

function showOperation(shown: {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}): Html {
  const { path, method, operation } = shown;
  return html`<article aria-labelledby="${operation.operationId}">
<h3 id="${operation.operationId}">${operation.summary}</h3>
<p><code><strong>${method}</strong> ${path}</code> · ${showLogin(operation)}</p>
${operation.description === undefined ? '' : html`<p>${markCode(operation.description)}</p>`}
${showParameters(operation)}
${showBody(operation)}
${showAnswers(operation)}
</article>`;
}

function showLogin({ security = [] }: Operation): string {
  if (security.some((one) => 'solidOidc' in one)) return 'Solid-OIDC login';
  if (security.some((one) => 'vaultServer' in one)) return 'signed by a vault server';
  return 'no login';
}

function showParameters({ parameters = [] }: Operation): Html | string {
  const rows = parameters.flatMap((parameter) => ('name' in parameter ? [parameter] : []));
  if (rows.length === 0) return '';
  return html`<table><thead><tr><th scope="col">Parameter</th><th scope="col">In</th><th scope="col">What</th></tr></thead><tbody>
${rows.map(
  ({ name, in: place, required, description, schema }) =>
    html`<tr><th scope="row"><code>${name}</code></th><td>${place}${required ? ', required' : ''}</td><td>${description === undefined ? '' : html`${markCode(description)}<br>`}<code>${JSON.stringify(withoutWords(schema))}</code></td></tr>`,
)}</tbody></table>`;
}

function showBody({ requestBody }: Operation): Html | string {
  if (requestBody === undefined || !('content' in requestBody)) return '';
  return html`${mediaOf(requestBody.content).map(
    ({
      mediaType,
      schema,
      example,
    }) => html`<details><summary>Body: <code>${mediaType}</code></summary>
<p>Example</p>${json(example)}<p>Schema</p>${json(schema)}</details>`,
  )}`;
}

function showAnswers({ responses = {} }: Operation): Html {
  return html`<details><summary>Answers: ${Object.keys(responses).join(', ')}</summary><dl>
${Object.entries(responses).map(([status, answer]: [string, object]) => {
  if (!('description' in answer)) return '';
  const [media] = mediaOf('content' in answer ? answer.content : undefined);
  const good = Number(status) < 400 ? media : undefined;
  return html`<dt><strong>${status}</strong> ${media?.mediaType ?? ''}</dt><dd><p>${markCode(String(answer.description))}</p>
${good?.example === undefined ? '' : json(good.example)}${good === undefined ? '' : json(good.schema)}</dd>`;
})}</dl></details>`;
}

function mediaOf(content: unknown) {
  const types = Object.entries((content ?? {}) as Record<string, Record<string, unknown>>);
  return types.map(([mediaType, { schema, example }]) => ({ mediaType, schema, example }));
}

/** What the row says already. */
function withoutWords(schema: object | boolean = {}): object {
  const said = ['description', 'example', '$schema'];
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !said.includes(name)));
}

/** Words of the document in which code stands between backticks. */
function markCode(words: string): Html {
  const parts = words.split('`');
  return html`${parts.map((part, index) => (index % 2 ? html`<code>${part}</code>` : part))}`;
}

// Focusable, so that a wide one can be scrolled with the keyboard.
function json(value: unknown): Html {
  return html`<pre tabindex="0">${JSON.stringify(value, null, 2)}</pre>`;
}

function anchor(tag: string): string {
  return `about-${tag.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
}
