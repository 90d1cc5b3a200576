import { answerRow } from './answer-row.ts';
import { readTable } from './read-table.ts';

// npm run decisions [-- --basis e] [-- --json] [-- --summary]: the decision table, and whether the engine agrees with each row

const titles: Record<string, string> = {
  a: 'Consent, Article 6(1)(a)',
  b: 'Contract, Article 6(1)(b)',
  c: 'Legal obligation, Article 6(1)(c)',
  d: 'Vital interests, Article 6(1)(d)',
  e: 'Public task, Article 6(1)(e)',
  f: 'Legitimate interests, Article 6(1)(f)',
};

const args = process.argv.slice(2);
const asJson = args.includes('--json');
const wanted = args.includes('--basis') ? args[args.indexOf('--basis') + 1] : undefined;
if (wanted !== undefined && !(wanted in titles)) {
  console.error(`There is no basis "${wanted}". Choose one of: ${Object.keys(titles).join(', ')}.`);
  process.exit(2);
}

const answers = readTable()
  .filter(({ basis }) => wanted === undefined || basis === wanted)
  .map((row) => {
    const { decision, rights } = answerRow(row);
    const agrees =
      decision.outcome === row.outcome && decision.rule === row.rule && rights === row.rights;
    return { row, decision, rights, agrees };
  });
const wrong = answers.filter(({ agrees }) => !agrees);

if (asJson) {
  const lines = answers.map(({ row, decision, agrees }) => ({
    ...row,
    ...{ article: decision.article, why: decision.why, advice: decision.advice, agrees },
  }));
  console.log(JSON.stringify(lines, null, 2));
} else {
  for (const [basis, title] of Object.entries(args.includes('--summary') ? {} : titles)) {
    const part = answers.filter(({ row }) => row.basis === basis);
    if (part.length > 0) console.log(`\n${title}\n${printPart(part)}`);
  }
  for (const { row, decision, rights } of wrong) {
    console.log(
      `\n✗ ${row.basis}, ${row.body}, ${row.data}, ${row.situation}: the table says ${row.outcome} (${row.rule}; ${row.rights}), the engine ${decision.outcome} (${decision.rule}; ${rights}).`,
    );
  }
  console.log(`\n${answers.length - wrong.length} rows agree, ${wrong.length} do not.`);
  console.log(
    'The machine checks that a request is complete and consistent, not that it is lawful.',
  );
}
if (wrong.length > 0) process.exitCode = 1;

function printPart(part: typeof answers): string {
  const head = ['who asks', 'data', 'situation', 'decision', 'rule', 'article', 'rights'];
  const lines = part.map(({ row, decision }) => [
    ...[row.body, row.data, row.situation, row.outcome, row.rule],
    ...[decision.article, row.rights || '–'],
  ]);
  const widths = head.map((name, column) =>
    Math.max(name.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  return [head, widths.map((width) => '─'.repeat(width)), ...lines]
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
