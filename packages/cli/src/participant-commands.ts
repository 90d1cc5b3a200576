import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  admissionSchema,
  type NewParticipant,
  type Participant,
  participantStateAt,
} from '@grondslag/legal-basis';
import { asUsageError } from './as-usage-error.ts';
import type { Command } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { parseJsonObject } from './load-config.ts';
import { officialOf } from './mandates/official-of.ts';
import { oneLine } from './print-outcome.ts';
import { UsageError } from './usage-error.ts';

const decisions = admissionSchema.shape.decision.options;

/** Who takes part: for all to see, for operators to say. */
export const participantCommands: Readonly<Record<string, Command>> = {
  'participant list': {
    options: [],
    async run({ agency, now }) {
      const outcome = await (await agency()).listParticipants();
      const lines = outcome.map((one) => participantLine(one, now()));
      return { outcome, report: { lines, exitCode: exitCodes.ok } };
    },
  },
  'participant record': {
    needs: 'PARTICIPANT.json',
    options: [],
    async run({ agency, argument, folder }) {
      const file = resolve(folder, argument);
      const text = await readFile(file, 'utf8').catch(() => {
        throw new UsageError(`Expected a participant at ${file}, cannot read it.`);
      });
      // The SDK says what is missing.
      const participant = parseJsonObject(text, file) as unknown as NewParticipant;
      const outcome = await (await agency()).recordParticipant(participant).catch(asUsageError);
      const lines = [`Recorded: ${outcome.webId}. It takes part once it is admitted.`];
      return { outcome, report: { lines, exitCode: exitCodes.ok } };
    },
  },
  'participant decide': {
    needs: 'WEBID',
    options: ['outcome', 'by', 'role', 'reasons', 'until'],
    async run({ agency, argument: webId, values, now }) {
      const decision = decisions.find((one) => one === values.outcome);
      if (decision === undefined) {
        throw new UsageError(`Expected --outcome, one of: ${decisions.join(', ')}.`);
      }
      const { until } = values;
      const outcome = await (await agency())
        .decideOnParticipant({
          ...{ webId, decision, ...officialOf(values) },
          ...(until !== undefined && { until }),
        })
        .catch(asUsageError);
      const lines = [participantLine(outcome, now())];
      return { outcome, report: { lines, exitCode: exitCodes.ok } };
    },
  },
};

function participantLine(participant: Participant, now: Date): string {
  const { webId, roles, name } = participant;
  return [participantStateAt(participant, now), roles.join('+'), webId, oneLine(name.nl)].join(
    '  ',
  );
}
