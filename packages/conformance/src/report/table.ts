import type { CaseResult } from '../run/result.ts';

const marks = { passed: '✓', failed: '✗', skipped: '–' } as const;

/** One line a case, one column a vault server and login. */
export function table(results: readonly CaseResult[]): string {
  const columnOf = nameColumns(results);
  const columns = [...new Set(results.map(columnOf))];
  const byId = Map.groupBy(results, (result) => result.case.id);
  const widest = Math.max(...[...byId.keys()].map((id) => id.length), 4);
  const lines = [...byId].map(([id, own]) => {
    const cells = columns.map((column) => {
      const found = own.find((result) => columnOf(result) === column);
      return (found ? marks[found.outcome] : ' ').padEnd(column.length);
    });
    return `${id.padEnd(widest)}  ${cells.join('  ')}  ${own[0]?.case.title ?? ''}`;
  });
  return [`${'case'.padEnd(widest)}  ${columns.join('  ')}`, ...lines].join('\n');
}

/** Columns by kind of vault server and login; by host as well where there are two of a kind. */
function nameColumns(results: readonly CaseResult[]) {
  const kinds = new Map(results.map(({ vault, accessControl }) => [vault, accessControl]));
  const several = (kind: string) => [...kinds.values()].filter((one) => one === kind).length > 1;
  return ({ case: { at }, accessControl, login, vault }: CaseResult): string => {
    if (at === 'authority') return 'once';
    const host = several(accessControl) ? ` ${new URL(vault).host}` : '';
    return `${accessControl} ${login}${host}`;
  };
}

function placeOf({ accessControl, login, vault }: CaseResult): string {
  return `${accessControl}, ${login}, ${vault}`;
}

/** What failed, with what was expected and where that is written. */
export function failures(results: readonly CaseResult[]): string {
  return results
    .filter((result) => result.outcome === 'failed')
    .map(
      (result) => `✗ ${result.case.id} (${placeOf(result)}, ${result.case.level})
    ${result.case.title}
    expected  ${result.expected}
    came      ${result.came}
    see       ${result.case.see}, checklist line ${result.case.checklist}`,
    )
    .join('\n\n');
}

/** Why cases were left out. */
export function skips(results: readonly CaseResult[]): string {
  return results
    .filter((result) => result.outcome === 'skipped')
    .map((result) => `– ${result.case.id} (${placeOf(result)}): ${result.reason}`)
    .join('\n');
}

/** How many of each; a SHOULD that failed is counted apart. */
export function summary(results: readonly CaseResult[]): string {
  const count = (outcome: CaseResult['outcome']) =>
    results.filter((result) => result.outcome === outcome);
  const should = count('failed').filter((result) => result.case.level === 'SHOULD').length;
  const cases = new Set(results.map((result) => result.case.id)).size;
  return (
    `${cases} cases, ${results.length} runs: ${count('passed').length} passed, ` +
    `${count('failed').length} failed (${should} of them SHOULD), ${count('skipped').length} skipped`
  );
}
