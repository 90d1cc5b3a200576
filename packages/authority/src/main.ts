#!/usr/bin/env node
import { isCommand, runCommand } from './commands/run-command.ts';
import { listPlaceholders } from './configuration/list-placeholders.ts';
import { readConfiguration } from './configuration/read-configuration.ts';
import { AuthorityError } from './errors.ts';
import { createJsonLog } from './http/json-log.ts';
import { describeError } from './http/log.ts';
import { startTelemetry } from './observability/telemetry.ts';
import { openAuthority } from './open-authority.ts';

const CANNOT_START = 2;
const STOPPED_AT_ONCE = 1;
const CRASHED = 70;

async function main(configFile: string | undefined): Promise<void> {
  const config = readConfiguration(configFile, process.env);
  const telemetry = startTelemetry(process.env);
  const jsonLog = createJsonLog(config.logLevel);
  const log = telemetry?.countEvents(jsonLog) ?? jsonLog;
  for (const placeholder of listPlaceholders(config)) {
    log({ level: 'warn', event: 'placeholder', ...placeholder });
  }
  const stopped = Promise.withResolvers<void>();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stopped.resolve();
      // Whoever asks twice does not want to wait for others.
      process.once(signal, () => process.exit(STOPPED_AT_ONCE));
    });
  }
  const authority = await openAuthority(config, { log, telemetry });
  process.stdout.write(`authority ready at ${authority.baseUrl}\n`);
  await stopped.promise;
  log({ level: 'info', event: 'stopping' });
  await authority.close();
  await telemetry?.close();
}

// What nobody caught: the process may be in any state. Node itself would print the message, which can quote anything.
process.on('uncaughtException', (error) => {
  createJsonLog('error')({ level: 'error', event: 'crash', ...describeError(error) });
  process.exit(CRASHED);
});

try {
  const [first, ...others] = process.argv.slice(2);
  if (isCommand(first)) {
    process.stdout.write(`${await runCommand(first, others, process.env)}\n`);
  } else {
    await main(first);
  }
} catch (error) {
  // What the operator can set right is one line; anything else is ours to explain.
  if (error instanceof AuthorityError) process.stderr.write(`${error.message}\n`);
  else createJsonLog('error')({ level: 'error', event: 'failure', ...describeError(error) });
  process.exitCode = error instanceof AuthorityError ? CANNOT_START : 1;
}
