import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';

/** Escaped HTML. */
export type Html = ReturnType<typeof html>;

// System fonts and colours: nothing is fetched, and a person's own contrast settings count.
const style = `
:root { background: Canvas; color: CanvasText; color-scheme: light dark; }
body { font: 1rem/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; overflow-wrap: break-word; }
h1 { font-size: 1.7rem; line-height: 1.2; } h2 { margin-top: 2.5rem; } h3 { margin-top: 2rem; }
code, pre { font: .92em/1.5 ui-monospace, monospace; }
pre { border: 1px solid; border-radius: .3rem; overflow-x: auto; padding: .7rem; white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid; padding: .35rem .6rem .35rem 0; text-align: start; vertical-align: top; }
th, td:not(:last-child) { white-space: nowrap; }
td:last-child { overflow-wrap: anywhere; width: 100%; }
summary { cursor: pointer; padding: .3rem 0; }
a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 3px solid; outline-offset: 2px; }
@media (max-width: 40rem) { th, td { display: block; border: 0; width: auto !important; padding: .1rem 0; } tr { border-bottom: 1px solid; display: block; padding: .4rem 0; } thead { display: none; } }
`;

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A page for people who build on this API: no script, nothing from elsewhere. */
export async function pageResponse(
  {
    title,
    language,
    body,
  }: { readonly title: string; readonly language: string; readonly body: Html },
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const page = await html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>`;
  const bytes = new TextEncoder().encode(String(page));
  return new Response(bytes, {
    headers: {
      'Cache-Control': 'public, max-age=300',
      'Content-Security-Policy': policy,
      ...headers,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': String(bytes.byteLength),
    },
  });
}
