import { writeFile } from 'node:fs/promises';
import { machine, type Result, type Suite } from './measurement.ts';
import { measureRead } from './suites/read.ts';
import { measureReady } from './suites/ready.ts';
import { measureVerify } from './suites/verify.ts';

// npm run bench [-- SUITE …]: measures, prints a table, writes bench/results.json
const suites: Record<string, Suite> = {
  verify: measureVerify,
  read: measureRead,
  ready: measureReady,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(
    `No such suite: ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}.`,
  );
  process.exit(2);
}

const results: Result[] = [];
for (const [name, suite] of Object.entries(suites)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  results.push(...(await suite((text) => console.error(`[${name}] ${text}`))));
}

const round = (value: number) => Number(value.toPrecision(3));
console.table(
  results.map(({ suite, name, figure, unit, peer, peerFigure, ratio, target, holds }) => ({
    suite,
    name,
    figure: `${round(figure)} ${unit}`,
    peer: `${peer}: ${round(peerFigure)} ${unit}`,
    ratio: round(ratio),
    target,
    holds,
  })),
);
const stamp = { machine: machine(), date: new Date().toISOString() };
const file = new URL('results.json', import.meta.url);
await writeFile(
  file,
  `${JSON.stringify(
    results.map((result) => ({ ...result, ...stamp })),
    null,
    2,
  )}\n`,
);
console.error('written: bench/results.json');
process.exit(0);
