import { randomUUID } from 'node:crypto';

/** Makes resources to ask for, and cleans them up. */
export interface Scratch {
  /** A private text file of its own for the case; resolves to its URL. */
  file(text?: string): Promise<string>;
  /** A private container with one file in it. */
  container(): Promise<{ readonly url: string; readonly child: string }>;
  /** A private Turtle document. */
  document(turtle: string): Promise<string>;
  /** A URL where nothing is yet. */
  free(): string;
}

/** Opens a folder for one run in a storage. */
export function openScratch(
  storage: string,
  fetch: typeof globalThis.fetch,
): Scratch & { remove(): Promise<void> } {
  const root = new URL(`conformance-${randomUUID()}/`, storage).href;
  const free = () => new URL(`${randomUUID()}.txt`, root).href;
  const put = async (url: string, body: string, contentType: string) => {
    const response = await fetch(url, {
      method: 'PUT',
      headers: { 'content-type': contentType },
      body,
    });
    if (!response.ok) throw new Error(`The vault server answered ${response.status} to PUT ${url}`);
    return url;
  };
  return {
    free,
    file: (text = 'conformance') => put(free(), text, 'text/plain'),
    document: (turtle) => put(free().replace('.txt', '.ttl'), turtle, 'text/turtle'),
    container: async () => {
      const url = new URL(`${randomUUID()}/`, root).href;
      const child = await put(new URL('child.txt', url).href, 'conformance', 'text/plain');
      return { url, child };
    },
    remove: () => removeBelow(root, fetch),
  };
}

/** Deletes a container with all that is in it, as far as the server lets us. */
async function removeBelow(container: string, fetch: typeof globalThis.fetch): Promise<void> {
  const response = await fetch(container, { headers: { accept: 'application/ld+json' } });
  if (!response.ok) return;
  const listing = JSON.stringify(await response.json());
  const inside = new Set(
    listing.match(/"https?:[^"]+"/g)?.map((text) => JSON.parse(text) as string),
  );
  for (const url of inside) {
    const isChild = url.startsWith(container) && /^[^/#]+\/?$/.test(url.slice(container.length));
    if (isChild)
      await (url.endsWith('/') ? removeBelow(url, fetch) : fetch(url, { method: 'DELETE' }));
  }
  await fetch(container, { method: 'DELETE' });
}
