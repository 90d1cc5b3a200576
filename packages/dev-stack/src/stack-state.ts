import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  generateEcdsaSigningKey,
  generateSigningKey,
  importSigningKey,
  type SigningKey,
} from '@grondslag/claims';
import * as z from 'zod';
import type { Addresses } from './addresses.ts';
import { agencies, clerks } from './seed/people.ts';
import { sourceKeyId, sourceProfiles } from './seed/sources.ts';

/** Someone who can log in at the vault server of the demo. */
export const accountSchema = z.strictObject({
  role: z.enum(['citizen', 'agency', 'source', 'operator', 'clerk']),
  name: z.string(),
  webId: z.url(),
  email: z.email(),
  password: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
});
export type Account = z.infer<typeof accountSchema>;

/** @throws when the stack has no account of this name */
export function accountOf(accounts: readonly Account[], slug: string): Account {
  const found = accounts.find(({ webId }) => new URL(webId).pathname.split('/')[1] === slug);
  if (found) return found;
  throw new Error(`The stack has no account "${slug}"; start with --fresh.`);
}

/** @throws when the stack has no mandate of this name */
export function mandateOf(mandates: Readonly<Record<string, string>>, name: string): string {
  const found = mandates[name];
  if (found) return found;
  throw new Error(`The stack has no mandate "${name}"; start with --fresh.`);
}

const keyPairSchema = z.strictObject({
  publicKeyMultibase: z.string(),
  privateKeyJwk: z.looseObject({ kty: z.string() }),
});
const ownKeySchema = keyPairSchema.extend({ slug: z.string() });

const stackStateSchema = z.strictObject({
  /** `seeding` until every vault is filled: a start that finds it begins anew. */
  phase: z.enum(['seeding', 'ready']),
  /** Base address of the vault server; data of another port does not fit. */
  vault: z.url(),
  /** Shared by vault server and authority. */
  vaultSecret: z.string(),
  /** Each with the key under which parts of its facts can be shown. */
  sourceKeys: z.array(ownKeySchema.extend({ forParts: keyPairSchema })),
  /** Of the officials who decide on mandates, by the slug of their agency. */
  officialKeys: z.array(ownKeySchema),
  /** Status list indexes a source has revoked, by the source's slug. */
  revoked: z.record(z.string(), z.array(z.int())),
  accounts: z.array(accountSchema),
  /** Ids of mandates by the name of the case, and in a sandbox of the citizen each is about. */
  mandates: z.record(z.string(), z.url()),
  /** Whether the citizens of the sandbox are among the accounts. */
  sandbox: z.boolean(),
  /** The vault server with Access Control Policies, in a stack that has one. */
  acp: z
    .strictObject({ vaultSecret: z.string(), accounts: z.array(accountSchema) })
    .exactOptional(),
});
export type StackState = z.infer<typeof stackStateSchema>;

const stateFile = (folder: string) => join(folder, 'stack.json');

/** The stack's state on disk; `undefined` when there is none that can be used. */
export async function readStackState(folder: string): Promise<StackState | undefined> {
  let text: string;
  try {
    text = await readFile(stateFile(folder), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const state = stackStateSchema.safeParse(json).data;
  // A stack of before there was a desk with these clerks, or of before sources had accounts.
  const known = state?.accounts.filter(({ role }) => role === 'clerk').length ?? 0;
  const isOld = state?.phase === 'ready' && known < clerks.length;
  return isOld ? undefined : state;
}

/** Replaces the state in one step; only this user may read it, it holds keys and passwords of the demo. */
export async function writeStackState(folder: string, state: StackState): Promise<void> {
  const draft = `${stateFile(folder)}.new`;
  await writeFile(draft, JSON.stringify(state, null, 2), { mode: 0o600 });
  await rename(draft, stateFile(folder));
}

/** Empties the folder and makes the keys of a new stack. */
export async function beginStackState(
  folder: string,
  { vault, sources, acpVault }: Pick<Addresses, 'vault' | 'sources' | 'acpVault'>,
): Promise<StackState> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const sourceKeys = await Promise.all(
    sourceProfiles.map(async ({ slug }) => {
      const { key, privateKeyJwk } = await generateEcdsaSigningKey(
        sourceKeyId(sources, slug, 'parts'),
        'P-256',
      );
      const forParts = {
        publicKeyMultibase: key.publicKeyMultibase,
        privateKeyJwk: { ...privateKeyJwk },
      };
      return { ...(await makeKey(slug, sourceKeyId(sources, slug, 'whole'))), forParts };
    }),
  );
  const officialKeys = await Promise.all(
    agencies.map(({ slug }) => makeKey(slug, officialKeyId(vault, slug))),
  );
  const state: StackState = {
    phase: 'seeding',
    vault,
    vaultSecret: newSecret(),
    sourceKeys,
    officialKeys,
    revoked: {},
    accounts: [],
    mandates: {},
    sandbox: false,
    ...(acpVault !== undefined && { acp: { vaultSecret: newSecret(), accounts: [] } }),
  };
  await writeStackState(folder, state);
  return state;
}

/** Verification method of the official who decides for an agency. */
export function officialKeyId(vault: string, slug: string): string {
  return new URL(`${slug}/profile/card#official-1`, vault).href;
}

/** The key with which the official of an agency signs decisions. */
export async function officialKey(
  { officialKeys, vault }: Pick<StackState, 'officialKeys' | 'vault'>,
  slug: string,
): Promise<SigningKey> {
  const found = officialKeys.find((one) => one.slug === slug);
  if (!found) throw new Error(`The official of "${slug}" has no key; start with --fresh.`);
  return importSigningKey(officialKeyId(vault, slug), found.privateKeyJwk);
}

async function makeKey(slug: string, id: string) {
  const { key, privateKeyJwk } = await generateSigningKey(id);
  return {
    slug,
    publicKeyMultibase: key.publicKeyMultibase,
    privateKeyJwk: { ...privateKeyJwk, kty: 'OKP' },
  };
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
