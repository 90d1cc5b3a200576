import { readFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MAX_CREDENTIAL_BYTES, type StoredForm } from '@grondslag/claims';
import type { CommandContext } from '../commands.ts';
import { UsageError } from '../usage-error.ts';

/** A credential that was handed to the command. */
export interface CredentialFile {
  /** As it was named; `-` is standard input. */
  readonly name: string;
  /** Absolute IRI, for the provenance of answers. */
  readonly resource: string;
  readonly text: string;
  readonly form: StoredForm;
}

const formsByExtension: Readonly<Record<string, StoredForm>> = {
  '.json': 'application/ld+json',
  '.jsonld': 'application/ld+json',
  '.ttl': 'text/turtle',
  '.trig': 'application/trig',
  '.nq': 'application/n-quads',
};
const formsByName: Readonly<Record<string, StoredForm>> = {
  jsonld: 'application/ld+json',
  turtle: 'text/turtle',
  trig: 'application/trig',
  nquads: 'application/n-quads',
};

/** @throws {UsageError} when there is nothing to read; never says what was in it */
export async function readCredential(
  name: string,
  { folder, stdin, values }: Pick<CommandContext, 'folder' | 'stdin' | 'values'>,
): Promise<CredentialFile> {
  const path = resolve(folder, name);
  const text = name === '-' ? await stdin() : await readText(path, name);
  if (Buffer.byteLength(text) > MAX_CREDENTIAL_BYTES) {
    throw new UsageError(`Expected at most ${MAX_CREDENTIAL_BYTES} bytes in ${basename(name)}.`);
  }
  const resource = name === '-' ? 'urn:grondslag:standard-input' : pathToFileURL(path).href;
  return { name, resource, text, form: formOf(name, values.form) };
}

async function readText(path: string, name: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new UsageError(`Expected a credential at ${name}, cannot read it.`);
  }
}

function formOf(name: string, chosen: string | undefined): StoredForm {
  if (chosen === undefined) {
    return formsByExtension[extname(name).toLowerCase()] ?? 'application/ld+json';
  }
  const form = formsByName[chosen];
  if (form) return form;
  throw new UsageError(`Expected --form ${Object.keys(formsByName).join(', ')}.`);
}

/** The credential as JSON, for commands that change it. @throws {UsageError} */
export async function readJsonCredential(
  name: string,
  context: Pick<CommandContext, 'folder' | 'stdin' | 'values'>,
): Promise<Record<string, unknown>> {
  const { text } = await readCredential(name, context);
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return { ...json };
  } catch {
    // Without the cause: the message of a SyntaxError quotes what was read.
  }
  throw new UsageError(`Expected a credential as one JSON object in ${basename(name)}.`);
}
