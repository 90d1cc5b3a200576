import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import {
  type Agency,
  type AgencyOptions,
  appendProcessingRecords,
  createAgency,
  keepTrustList,
} from '@grondslag/agency';
import { createAdaptorServer } from '@hono/node-server';
import { openCaseFile } from './cases/case-file.ts';
import { createDemoAgency } from './create-demo-agency.ts';
import { type Config, ConfigError, loadConfig } from './load-config.ts';

const FORCE_AFTER_MILLISECONDS = 3_000;

/** Starts the pages and resolves when they are stopped. */
async function run(config: Config): Promise<void> {
  const { baseUrl, host, port, dataFolder, consentApp, citizens, council, ...shared } = config;
  const { operatorKeys, ...agencyOptions } = shared;
  const keptIn = (prefix: string) => ({
    trustList: {
      operatorKeys,
      store: keepTrustList(join(dataFolder, `${prefix}trust-list.jws`)),
      onProblem: ({ message }: Error) => console.error(message),
    },
    recordProcessing: appendProcessingRecords(join(dataFolder, `${prefix}processing.jsonl`)),
  });
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const agency = openAgency({ ...agencyOptions, ...keptIn('') });
  const councilAgency =
    council && openAgency({ ...agencyOptions, ...loginOf(council), ...keptIn('council-') });
  const app = createDemoAgency({
    agency,
    ...(council && councilAgency && { council: { ...council, agency: councilAgency } }),
    cases: await openCaseFile(join(dataFolder, 'cases.jsonl')),
    baseUrl,
    consentApp,
    citizens,
    onFailure: (code) => console.error(`failed: ${code}`),
  });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.listen(port, host);
  await once(server, 'listening');
  console.log(`demo agency ready at ${baseUrl}`);

  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), FORCE_AFTER_MILLISECONDS);
  await closed;
  clearTimeout(force);
  await Promise.all([agency.close(), councilAgency?.close()]);
}

function loginOf({ webId, clientId, clientSecret }: NonNullable<Config['council']>) {
  return { webId, clientId, clientSecret };
}

function openAgency(options: AgencyOptions): Agency {
  try {
    return createAgency(options);
  } catch (error) {
    throw error instanceof TypeError ? new ConfigError(error.message) : error;
  }
}

try {
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || more.length > 0) {
    throw new ConfigError('Expected one argument: the configuration, a JSON file.');
  }
  await run(await loadConfig(file));
} catch (error) {
  const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  if (isTaken)
    console.error('The port is in use by another program; choose another in the config.');
  else if (error instanceof ConfigError) console.error(error.message);
  else console.error(error);
  process.exitCode = isTaken || error instanceof ConfigError ? 2 : 1;
}
