import type { AddressInfo } from 'node:net';
import {
  createKeyResolver,
  generateEcdsaSigningKey,
  generateSigningKey,
  type IssueSuite,
  type SigningKey,
} from '@grondslag/claims';
import type { Command } from '../commands.ts';
import { exitCodes } from '../exit-codes.ts';
import { UsageError } from '../usage-error.ts';
import { readContexts } from './read-contexts.ts';
import { readKey } from './read-key.ts';

const DEFAULT_PORT = 7110;
const LOOPBACK = '127.0.0.1';
const edwards: readonly IssueSuite[] = ['eddsa-rdfc-2022', 'eddsa-jcs-2022'];
const p256: readonly IssueSuite[] = ['ecdsa-rdfc-2019', 'ecdsa-sd-2023'];

/** Answers the VC API until it is stopped. */
export const serveCommand: Command = {
  options: ['vc-api', 'port', 'key', 'host', 'contexts', 'listen-beyond-this-machine'],
  async run({ values, folder, trustConfig, now, print, stopped }) {
    if (!values['vc-api']) throw new UsageError('Expected: grondslag claims serve --vc-api');
    const beyond = values['listen-beyond-this-machine'];
    const hosts = values.host ?? [];
    const { contexts } = await readContexts({ values, folder, trustConfig });
    const keys =
      values.key === undefined ? await makeKeys() : [withSuites(await readKey(values.key, folder))];
    // No other command needs a server.
    const { createAdaptorServer } = await import('@hono/node-server');
    const { createVcApi } = await import('./vc-api/create-vc-api.ts');
    const api = createVcApi({
      keys,
      resolveKey: createKeyResolver({
        pinned: Object.fromEntries(keys.map(({ key }) => [key.id, pinned(key)])),
        methods: hosts.length > 0 ? ['did:key', 'did:web', 'https'] : ['did:key'],
        hosts,
        fetch,
        now,
      }),
      now,
      isLocal: beyond === undefined,
      ...(contexts && { contexts }),
    });
    const server = createAdaptorServer({ fetch: api.fetch });
    const port = await new Promise<number>((resolve, reject) => {
      server.once('error', reject);
      server.listen(portOf(values.port), beyond ?? LOOPBACK, () =>
        resolve((server.address() as AddressInfo).port),
      );
    }).catch((cause: unknown) => {
      throw new UsageError('Expected a port that is free; choose another with --port.', { cause });
    });
    const url = `http://${beyond ?? LOOPBACK}:${port}/`;
    print(`VC API: ${url}\n`);
    for (const { key, suites } of keys) print(`  ${suites.join(', ')}: ${key.id}\n`);
    await stopped();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
    return {
      outcome: { url },
      report: { lines: ['Stopped.'], exitCode: exitCodes.ok },
    };
  },
};

/** Keys that live as long as the server, with names that anybody can resolve. */
async function makeKeys() {
  const { key: first } = await generateSigningKey('urn:key');
  const { key: second } = await generateEcdsaSigningKey('urn:key', 'P-256');
  return [first, second].map(({ publicKeyMultibase, privateKey }) =>
    withSuites({
      id: `did:key:${publicKeyMultibase}#${publicKeyMultibase}`,
      publicKeyMultibase,
      privateKey,
    }),
  );
}

function withSuites(key: SigningKey) {
  const { name, namedCurve } = key.privateKey.algorithm as { name: string; namedCurve?: string };
  if (name !== 'ECDSA') return { key, suites: edwards };
  return { key, suites: namedCurve === 'P-256' ? p256 : p256.slice(0, 1) };
}

function pinned({ id, publicKeyMultibase }: SigningKey) {
  return { publicKey: publicKeyMultibase, controller: id.split('#')[0] ?? id };
}

function portOf(text: string | undefined): number {
  const port = text === undefined ? DEFAULT_PORT : Number(text);
  if (text !== '' && Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new UsageError('Expected a number below 65536 for --port.');
}
