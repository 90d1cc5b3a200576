#!/usr/bin/env node
import { createAgency } from '@grondslag/agency';
import { runCommand } from './run-command.ts';

process.exitCode = await runCommand(process.argv.slice(2), {
  env: process.env,
  folder: process.cwd(),
  createAgency,
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(text),
});
