import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PinnedProcess, startPinned } from './pinned-process.ts';

const main = fileURLToPath(new URL('../../packages/authority/dist/main.js', import.meta.url));

export interface BenchAuthorityOptions {
  /** As its callers know it. */
  readonly baseUrl: string;
  /** When it is another than that of `baseUrl`: behind a proxy. */
  readonly port?: number;
  /** Base URLs of the vault servers, which are the identity providers too. */
  readonly vaults: readonly string[];
  readonly secret: string;
  /** Members of the configuration that name the database. */
  readonly database: object;
  readonly cpu?: number;
  readonly nodeArgs?: readonly string[];
}

/** The authority in a process of its own. */
export async function startAuthority(
  folder: string,
  { baseUrl, port, vaults, secret, database, cpu, nodeArgs = [] }: BenchAuthorityOptions,
): Promise<PinnedProcess> {
  const used = port ?? Number(new URL(baseUrl).port);
  const file = join(folder, `authority-${used}.json`);
  const config = {
    baseUrl,
    port: used,
    ...database,
    vaults: vaults.map((vault) => ({ baseUrl: vault, secret })),
    oidcIssuers: vaults,
    participants: { agencies: [], sources: [] },
    rateLimits: { anonymous: false, client: false, subject: false },
  };
  await writeFile(file, JSON.stringify(config), { mode: 0o600 });
  return startPinned([...nodeArgs, main, file], {
    readyUrl: `http://127.0.0.1:${used}${new URL('.well-known/uma2-configuration', baseUrl).pathname}`,
    ...(cpu !== undefined && { cpu }),
  });
}
