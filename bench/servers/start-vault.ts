import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findFreePort } from '@grondslag/dev-stack';
import { type PinnedProcess, startPinned } from './pinned-process.ts';

const require = createRequire(import.meta.url);
const serverFolder = dirname(require.resolve('@solid/community-server/package.json'));
/** Components.js looks for modules from here. */
const pluginFolder = dirname(require.resolve('@grondslag/css-plugin/package.json'));
const bundles = 'https://linkedsoftwaredependencies.org/bundles/npm/';

/** A running vault server. */
export interface BenchVault extends PinnedProcess {
  readonly baseUrl: string;
}

/** Community Solid Server with files and WAC, as shipped, or with the plug-in when it is given `settings`. */
export async function startVault(
  folder: string,
  {
    settings,
    port,
    cpu,
  }: { readonly settings?: object; readonly port?: number; readonly cpu?: number } = {},
): Promise<BenchVault> {
  const used = port ?? (await findFreePort());
  const baseUrl = `http://localhost:${used}/`;
  await mkdir(join(folder, 'files'), { recursive: true });
  const config = join(folder, 'vault.json');
  await writeFile(config, JSON.stringify(configuration(folder, settings)), { mode: 0o600 });
  const args = [
    join(serverFolder, 'bin/server.js'),
    ...['-m', pluginFolder, '-c', config, '-f', join(folder, 'files')],
    ...['-b', baseUrl, '-p', String(used), '-l', 'warn'],
  ];
  const readyUrl = new URL('.well-known/openid-configuration', baseUrl).href;
  return {
    baseUrl,
    // the server also looks for settings where it runs
    ...(await startPinned(args, { readyUrl, cwd: folder, ...(cpu !== undefined && { cpu }) })),
  };
}

function configuration(folder: string, settings: object | undefined): object {
  const plugIn = settings && {
    '@id': 'urn:grondslag:default:Settings',
    '@type': 'GrondslagSettings',
    queueFolder: join(folder, 'queue'),
    ...settings,
  };
  return {
    '@context': [
      `${bundles}@solid/community-server/^7.0.0/components/context.jsonld`,
      `${bundles}@grondslag/css-plugin/^0.0.0/components/context.jsonld`,
    ],
    import: [
      'css:config/file.json',
      ...(plugIn ? ['vcss:config/grondslag-wac.json', 'vcss:config/loopback.json'] : []),
    ],
    '@graph': plugIn ? [plugIn] : [],
  };
}
