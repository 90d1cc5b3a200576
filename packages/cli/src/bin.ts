#!/usr/bin/env node
import { text } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { createAgency } from '@grondslag/agency';
import { runCommand } from './run-command.ts';
import { openTerminal } from './terminal/ask.ts';

// Garbage lies up to as much as is in use, and not three times that: the memory of a run over many stays as it is after
// the first thousand. It is of the whole process, so the SDK does not do it.
setFlagsFromString('--heap-growing-percent=100');

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
