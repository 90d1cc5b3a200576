import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type LetterLanguage, letterPage } from '@grondslag/agency';
import { asUsageError } from './as-usage-error.ts';
import type { Command } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';

const languages: readonly LetterLanguage[] = ['nl', 'en', 'fr', 'de'];

/** Writes a letter about a request: a page to print, with a code and a strip to answer on. */
export const letterCommand: Command = {
  needs: 'REQUEST_ID',
  options: ['born', 'to', 'app', 'lang', 'out'],
  async run({ agency, argument, values, folder, now }) {
    const { born, to, app, lang = 'nl', out = 'letter.html' } = values;
    const language = languages.find((one) => one === lang);
    if (language === undefined) throw new UsageError(`Expected --lang ${languages.join(', ')}.`);
    if (born === undefined) {
      throw new UsageError(
        'Expected --born YYYY-MM-DD, the date of birth of the citizen: at a counter it is compared with an identity document.',
      );
    }
    const letter = await (await agency()).makeLetter(argument, born).catch(asUsageError);
    const page = letterPage(letter, {
      ...{ language, now: now() },
      // On a command line a new line is written as \n.
      ...(to !== undefined && { to: to.replaceAll('\\n', '\n') }),
      ...(app !== undefined && { app }),
    });
    await writeFile(resolve(folder, out), page, { mode: 0o600 });
    const { code: _, ...outcome } = letter;
    return {
      outcome: { file: out, ...outcome },
      report: {
        lines: [
          `Letter: ${out}. Print it on one side of the paper, with the strip at the foot of the second page; whoever has it has the code.`,
          `It can be answered until ${letter.answerBefore.slice(0, 10)}. An earlier letter about this request is worth nothing now.`,
        ],
        exitCode: exitCodes.ok,
      },
    };
  },
};
