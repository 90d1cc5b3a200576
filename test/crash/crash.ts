import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { CrashOutcome } from './crash-rounds.ts';
import { runSuite } from './run-suite.ts';
import { suites } from './suites.ts';
import { summarize } from './summarize.ts';

// npm run crash [-- --store NAME …] [--rounds N] [--seed N]: crashes each store under load, prints a table, writes
// test/crash/results.json when nothing was narrowed
const { values } = parseArgs({
  options: {
    store: { type: 'string', multiple: true },
    rounds: { type: 'string' },
    seed: { type: 'string' },
  },
});
const all = Object.keys(suites);
const names = values.store ?? all;
const unknown = names.filter((name) => !Object.hasOwn(suites, name));
if (unknown.length > 0) {
  console.error(`No such store: ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  process.exit(2);
}
const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
const seed = values.seed === undefined ? Date.now() % 2 ** 32 : Number(values.seed);
console.error(`seed ${seed}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

// side by side: each waits for its own process most of the time; all come to their end, and clean up
const ended = await Promise.allSettled(names.map(run));
const outcomes = ended.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
for (const one of ended) {
  if (one.status === 'fulfilled') continue;
  console.error(one.reason);
  process.exitCode = 1;
}

async function run(name: string): Promise<CrashOutcome[]> {
  const suite = suites[name];
  const reason = suite?.impossible?.();
  if (reason !== undefined) {
    console.error(`[${name}] NOT RUN, and counted as failed: ${reason}`);
    process.exitCode = 1;
  } else if (suite) {
    const progress = (text: string) => console.error(`[${name}] ${text}`);
    return [await runSuite(suite, { rounds, seed, progress })];
  }
  return [];
}

const results = outcomes.map(summarize);
console.table(results.map(({ acknowledged, ...line }) => line));
console.table(Object.fromEntries(results.map((line) => [line.store, line.acknowledged])));
for (const { store, lost, doubled, wrong, unexpected } of outcomes) {
  const findings = [
    ...lost.map((what) => `lost: ${what}`),
    ...doubled.map((what) => `doubled: ${what}`),
    ...wrong,
    ...unexpected,
  ];
  for (const finding of findings.slice(0, 50)) console.error(`[${store}] ${finding}`);
  if (findings.length > 0) process.exitCode = 1;
}
if (outcomes.length === all.length && rounds === undefined) {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`;
  const stamp = { seed, machine, date: new Date().toISOString() };
  const file = new URL('results.json', import.meta.url);
  await writeFile(file, `${JSON.stringify({ ...stamp, results }, null, 2)}\n`);
  console.error('written: test/crash/results.json');
}
