/** One link of a `Link` header (RFC 8288 §3). */
export interface Link {
  readonly target: string;
  readonly rel: string;
}

const LINK = /<([^>]*)>((?:\s*;\s*[a-zA-Z*]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*)/g;
const REL = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i;

/** Reads a `Link` header; a link with several relation types counts once for each. */
export function parseLinkHeader(header: string | null): Link[] {
  if (header === null) return [];
  return [...header.matchAll(LINK)].flatMap(([, target = '', parameters = '']) => {
    const rel = REL.exec(parameters);
    const types = (rel?.[1] ?? rel?.[2] ?? '').split(/\s+/).filter((type) => type !== '');
    return types.map((type) => ({ target, rel: type.toLowerCase() }));
  });
}
