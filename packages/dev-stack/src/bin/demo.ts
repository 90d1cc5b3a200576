#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { DEFAULT_PORT } from '../addresses.ts';
import { demoAsJson, describeDemo } from '../describe-demo.ts';
import { stackFolder } from '../stack-folder.ts';
import { startDevStack } from '../start-dev-stack.ts';
import { explainFailure, parsePort, progressTo } from './terminal.ts';

const usage = `npm run demo [-- --fresh] [--json] [--port N] [--sandbox]
  --fresh     empty the vaults and the authority first
  --json      when ready, print one line of JSON and nothing else on stdout
  --sandbox   also citizens in every state an agency may meet, each addressable by name
  --port N    first of five ports in a row (default ${DEFAULT_PORT}); each has its own data`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      fresh: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      sandbox: { type: 'boolean', default: false },
      port: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const port = parsePort(values.port) ?? DEFAULT_PORT;
  const stack = await startDevStack({
    port,
    folder: stackFolder(port),
    fresh: values.fresh,
    sandbox: values.sandbox,
    onProgress: progressTo(process.stderr),
  });
  const ended = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, resolve);
  });
  console.log(values.json ? demoAsJson(stack) : describeDemo(stack));
  await ended;
  process.stderr.write('\nstopping …\n');
  await stack.stop();
}

main()
  .catch((error: unknown) => explainFailure(error, usage))
  .finally(() => process.exit());
