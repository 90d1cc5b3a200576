import { createLawRegister, lawInWords } from '@grondslag/legal-basis';
import type { Command } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { languageOf } from './mandates/language-of.ts';
import { readLawReference } from './mandates/parse-law.ts';
import { parseDay } from './mandates/prompt.ts';
import { readLaws } from './mandates/read-register.ts';
import { UsageError } from './usage-error.ts';

/** Looks a provision up in snapshots of laws. */
export const lawCheck: Command = {
  needs: 'REFERENCE',
  options: ['laws', 'on', 'lang'],
  async run(context) {
    const { argument, values, folder, now } = context;
    const reference = readLawReference(argument);
    if (reference === undefined) {
      throw new UsageError(
        'Expected an ELI, BWB or Codex identifier with its article: "BWBR0015703 47a", "jci1.3:c:BWBR0015703&artikel=47a".',
      );
    }
    const snapshots = await readLaws(values.laws, folder);
    const found = createLawRegister(snapshots).lookUp(reference, dayOf(values.on, now()));
    const title = 'title' in found ? `: ${found.title[languageOf(context)] ?? found.title.nl}` : '';
    return {
      outcome: { reference, ...found },
      report: {
        lines: [`${lawInWords(reference)}: ${found.state}${title}`],
        exitCode: found.state === 'in-force' ? exitCodes.ok : exitCodes.expectedNegative,
      },
    };
  },
};

function dayOf(text: string | undefined, now: Date): Date {
  if (text === undefined) return now;
  const parsed = parseDay(text);
  if ('wrong' in parsed) throw new UsageError(`Expected a day for --on: ${parsed.wrong.en}`);
  return new Date(String(parsed.value));
}
