import { problemTypes } from '@grondslag/authority';
import { reasons } from '@grondslag/claims';
import { findings } from '@grondslag/legal-basis';
import { madeOf, table } from './markdown.ts';

/** Every code of the authority, of verified claims and of the rules of law, in words. */
export function writeErrors(): string {
  const problems = Object.entries(problemTypes)
    .toSorted(byName)
    .map(([code, { status, title, advice }]) => [
      `\`${code}\``,
      String(status),
      title.en,
      advice.en,
    ]);
  const leftOut = Object.entries(reasons).map(([code, { article, why }]) => [
    `\`${code}\``,
    article,
    why.en,
    why.nl,
  ]);
  const rules = Object.entries(findings)
    .toSorted(byName)
    .map(([code, { article, why, advice }]) => [`\`${code}\``, article, why.en, advice.en]);
  return `# Error catalogue

${madeOf('the code')} Codes are stable, words are not. What the SDK throws is \`AgencyErrorCode\` of [the SDK](sdk.md#agencyerrorcode); exit codes are with [the command line](command-line.md).

## Problems of the authority

What answers that are not 2xx carry as \`code\` (RFC 9457), with these words in English or in Dutch (\`Accept-Language\`). Each has a page of its own at \`v1/problems/CODE\` of a running authority.

${table(['code', 'status', 'what', 'what to do'], problems)}

## Why a fact is left out

What verification answers, by [article of policy](../claims.md).

${table(['code', 'article', 'English', 'Dutch'], leftOut)}

## Rules of law

What a decision of the authority rests on. More about them: [what the machine checks](../legal.md).

${table(['rule', 'article', 'why', 'what to do'], rules)}
`;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
