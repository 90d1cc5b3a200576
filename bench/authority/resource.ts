/** What is read: 2 kB of Turtle two containers below the root of the pod, under the ACL of the root. */
export const RESOURCE_PATH = 'facts/income/2025.ttl';

const LINES = 30;

export function resourceBody(): string {
  const line = (number: number) => `<#${number}> <https://schema.org/name> "line ${number} of it".`;
  return Array.from({ length: LINES }, (_, number) => line(number)).join('\n');
}

/** Puts the resource in the pod of whoever `fetch` is logged in as. */
export async function putResource(
  fetch: typeof globalThis.fetch,
  storage: string,
): Promise<string> {
  const url = new URL(RESOURCE_PATH, storage).href;
  const response = await fetch(url, {
    method: 'PUT',
    headers: { 'Content-Type': 'text/turtle' },
    body: resourceBody(),
  });
  if (!response.ok) throw new Error(`PUT answered ${response.status}`);
  return url;
}
