import { contexts as shipped } from '@grondslag/vocab';
import { ClaimsError } from '../errors.ts';
import { graphName } from '../proof/graph-name.ts';
import { type AddedContext, Contexts } from './contexts.ts';

/**
 * A closed list of contexts: those of `@grondslag/vocab`, and these. A context decides what a signature covers, so
 * each is locked to its digest, none replaces another, and none leads to a document that is not in its file.
 *
 * @throws {ClaimsError} `invalid_context`
 */
export async function createContexts({
  add,
}: {
  readonly add: readonly AddedContext[];
}): Promise<Contexts> {
  const all = new Map(shipped);
  for (const { url, sha256, document } of add) {
    if (!URL.canParse(url)) throw invalid(url, 'to have an absolute URL');
    if (all.has(url)) throw invalid(url, 'to be on the list once: it cannot be replaced');
    const found = (await graphName(document)).slice('urn:sha256:'.length);
    if (!document.isWellFormed() || found !== sha256) {
      throw invalid(url, `to have the SHA-256 ${sha256}, got ${found}. Look at the file again`);
    }
    all.set(url, readContext(url, document));
  }
  return new Contexts(all, structuredClone(add));
}

function readContext(url: string, document: string): object {
  let json: unknown;
  try {
    json = JSON.parse(document);
  } catch (cause) {
    throw invalid(url, 'to be JSON', cause);
  }
  if (!isObject(json) || !isObject(json['@context'])) {
    throw invalid(url, 'to be an object with one object as @context');
  }
  close(url, json);
  return json;
}

/** In a context, a text where a context may stand is a URL to fetch. */
function close(url: string, value: object): void {
  for (const [key, member] of Object.entries(value)) {
    const parts: readonly unknown[] = Array.isArray(member) ? member : [member];
    if (key === '@import' || (key === '@context' && parts.some((part) => typeof part === 'string')))
      throw invalid(url, `to need no other document, got ${key}. Write what it says into the file`);
    for (const part of parts) if (typeof part === 'object' && part !== null) close(url, part);
  }
  Object.freeze(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(url: string, expected: string, cause?: unknown): ClaimsError {
  return new ClaimsError(
    'invalid_context',
    `Expected the context ${url.slice(0, 200)} ${expected}.`,
    {
      cause,
    },
  );
}
