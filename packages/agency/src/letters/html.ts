const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Signs that change the order of others, or that nobody sees. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]+/gu;

/** Somebody's text as HTML: on one line, without what hides or turns it. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(invisible, '')
    .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? '');
}

/** Fills in `{name}`; all of it becomes HTML. */
export function fill(template: string, values: Readonly<Record<string, string>> = {}): string {
  return escapeHtml(template).replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    escapeHtml(values[name] ?? ''),
  );
}
