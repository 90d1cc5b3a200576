import { reasons } from '@grondslag/claims';
import { exitCodes } from '../exit-codes.ts';
import type { Language } from '../mandates/prompt.ts';
import type { Report } from '../print-outcome.ts';
import { oneLine } from '../print-outcome.ts';
import type { CheckedCredential } from './check-credential.ts';
import { describeLines } from './describe-lines.ts';
import { articleInWords, hints, labels, states, verdicts } from './words.ts';

/** What was found, for people; exit status 3 unless all of it may be used. */
export function reportChecks(checks: readonly CheckedCredential[], language: Language): Report {
  const isWhole = checks.every(({ verdict }) => verdict === 'verified');
  return {
    lines: checks.flatMap((checked, at) => [...(at > 0 ? [''] : []), ...lines(checked, language)]),
    exitCode: isWhole ? exitCodes.ok : exitCodes.expectedNegative,
  };
}

function lines(checked: CheckedCredential, language: Language): string[] {
  const { file, verdict, reason, detail, says, articles } = checked;
  const why = reason === undefined ? [] : [`  ${reasons[reason].why[language]}`];
  const code = reason && ` (${reason}${detail === undefined ? '' : `: ${oneLine(detail)}`})`;
  return [
    `${file}: ${verdicts[verdict][language]}${code ?? ''}`,
    ...why,
    ...(says ? describeLines(says, language) : []),
    ...proofLines(checked, language),
    ...articles.map(
      ({ article, state }) =>
        `  ${article.padEnd(4)}${states[state][language].padEnd(5)}${articleInWords(article)[language]}`,
    ),
    ...hintLines(checked, language),
  ];
}

function proofLines(checked: CheckedCredential, language: Language): string[] {
  const { proof, statusCheckedAt, statusMessages = [] } = checked;
  const line = (label: keyof typeof labels, text: string) =>
    `  ${labels[label][language].padEnd(14)}${oneLine(text)}`;
  const made = proof?.created ? `, ${proof.created.toISOString()}` : '';
  return [
    ...(proof
      ? [line('signature', `${proof.cryptosuite}, ${proof.verificationMethod}${made}`)]
      : []),
    ...(statusCheckedAt
      ? [line('status', `${hints.asOf[language]} ${statusCheckedAt.toISOString()}`)]
      : []),
    ...statusMessages.map(({ value, message }) =>
      line('status', `${hints.message[language]}: ${message ?? value}`),
    ),
  ];
}

function hintLines(
  { verdict, keysRefused, proof }: CheckedCredential,
  language: Language,
): string[] {
  const refused = Object.entries(keysRefused ?? {}).map(
    ([method, why]) => `  ${oneLine(method)}: ${why}`,
  );
  if (verdict === 'signed') return [`  ${hints.trust[language]}`];
  return proof || refused.length === 0 ? [] : [...refused, `  ${hints.host[language]}`];
}
