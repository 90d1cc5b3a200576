import { readFile, writeFile } from 'node:fs/promises';
import { machine, type Result, type Suite } from './measurement.ts';
import { measureAuthority } from './suites/authority.ts';
import { measureBulk } from './suites/bulk.ts';
import { measureClaims } from './suites/claims.ts';
import { measureRead } from './suites/read.ts';
import { measureReady } from './suites/ready.ts';
import { measureRevocation } from './suites/revocation.ts';
import { measureScale } from './suites/scale.ts';
import { measureToken } from './suites/token.ts';

// npm run bench [-- SUITE …]: measures, prints a table, writes bench/results.json
const suites: Record<string, Suite> = {
  claims: measureClaims,
  token: measureToken,
  revocation: measureRevocation,
  scale: measureScale,
  read: measureRead,
  ready: measureReady,
  authority: measureAuthority,
  bulk: measureBulk,
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
const file = new URL('results.json', import.meta.url);
const stamp = { machine: machine(), date: new Date().toISOString() };
const measured = new Set(results.map(({ suite }) => suite));
const earlier = (await readResults(file)).filter(({ suite }) => !measured.has(suite));
const lines = [...earlier, ...results.map((result) => ({ ...result, ...stamp }))];
await writeFile(file, `${JSON.stringify(lines, null, 2)}\n`);
console.error('written: bench/results.json');

/** What earlier runs wrote; a run of one suite replaces only its own lines. */
async function readResults(from: URL): Promise<Result[]> {
  const text = await readFile(from, 'utf8').catch(() => '[]');
  return JSON.parse(text) as Result[];
}
