#!/usr/bin/env node
import { text } from 'node:stream/consumers';
import { createAgency } from '@grondslag/agency';
import { runCommand } from './run-command.ts';
import { openTerminal } from './terminal/ask.ts';

let terminal: ReturnType<typeof openTerminal> | undefined;
process.exitCode = await runCommand(process.argv.slice(2), {
  env: process.env,
  folder: process.cwd(),
  createAgency,
  // Questions go beside the output, so that `--json` stays JSON.
  ask(question) {
    terminal ??= openTerminal(process.stdin, process.stderr);
    return terminal.ask(question);
  },
  stdin: () => text(process.stdin),
  stdinStream: () => process.stdin,
  ...(process.stderr.isTTY && { progress: (line: string) => process.stderr.write(line) }),
  stopped: () =>
    new Promise((resolve) => {
      process.once('SIGINT', resolve).once('SIGTERM', resolve);
    }),
  print: (line) => process.stdout.write(line),
  printError: (line) => process.stderr.write(line),
});
terminal?.close();
