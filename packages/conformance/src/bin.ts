#!/usr/bin/env node
import { writeFile } from 'node:fs/promises';
import { type Arguments, parseArguments, usage } from './parse-arguments.ts';
import { asEarl } from './report/as-earl.ts';
import { asJson } from './report/as-json.ts';
import { showProgress } from './report/show-progress.ts';
import { failures, skips, summary, table } from './report/table.ts';
import { isBreach } from './run/result.ts';
import { runConformance } from './run/run-conformance.ts';

async function main(): Promise<void> {
  let args: Arguments | undefined;
  try {
    args = parseArguments(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  if (!args) {
    console.log(usage);
    return;
  }
  const { authority, json, earl, strict } = args;
  const at = new Date();
  const progress = showProgress(process.stderr);
  const results = await runConformance({ ...args, ...progress });
  const report = [table(results), failures(results), skips(results), summary(results)]
    .filter((part) => part !== '')
    .join('\n\n');
  // stdout belongs to the JSON when it was asked there
  (json === '-' ? console.error : console.log)(report);
  if (json === '-') console.log(JSON.stringify(asJson(authority, results, at)));
  else if (json !== undefined) await writeJson(json, asJson(authority, results, at));
  if (earl !== undefined) await writeJson(earl, asEarl(authority, results, at));
  const nothingTried = results.every(({ outcome }) => outcome === 'skipped');
  if (nothingTried || results.some((result) => isBreach(result, strict))) process.exitCode = 1;
}

async function writeJson(file: string, value: object): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}

await main();
