import type { RightsRequestView } from '@grondslag/legal-basis';
import { asUsageError } from './as-usage-error.ts';
import type { Command } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { officialOf } from './mandates/official-of.ts';
import { UsageError } from './usage-error.ts';

/** What citizens ask of this agency by a right: a copy, erasure, restriction, portability. */
export const rightsCommands: Readonly<Record<string, Command>> = {
  'rights list': {
    options: [],
    async run({ agency }) {
      const outcome = await (await agency()).listRightsRequests();
      const lines = outcome.length === 0 ? ['No requests.'] : outcome.map(requestLine);
      return { outcome, report: { lines, exitCode: exitCodes.ok } };
    },
  },
  'rights answer': {
    needs: 'REQUEST_ID',
    options: ['outcome', 'by', 'role', 'reasons'],
    async run({ agency, argument, values }) {
      const { outcome: answer } = values;
      if (answer !== 'granted' && answer !== 'refused') {
        throw new UsageError('Expected --outcome granted (it was done) or refused.');
      }
      const { by, reasons } = officialOf(values);
      const outcome = await (await agency())
        .answerRightsRequest(argument, { outcome: answer, reasons: { nl: reasons }, by })
        .catch(asUsageError);
      return { outcome, report: { lines: [requestLine(outcome)], exitCode: exitCodes.ok } };
    },
  },
  'rights extend': {
    needs: 'REQUEST_ID',
    options: ['by', 'role', 'reasons'],
    async run({ agency, argument, values }) {
      const { by, reasons } = officialOf(values);
      const outcome = await (await agency())
        .extendRightsRequest(argument, { reasons: { nl: reasons }, by })
        .catch(asUsageError);
      return { outcome, report: { lines: [requestLine(outcome)], exitCode: exitCodes.ok } };
    },
  },
};

function requestLine({ request, state, answerBefore }: RightsRequestView): string {
  return [
    ...[state, request.right, `answer before ${answerBefore.slice(0, 10)}`, request.id],
    ...(request.words === undefined ? [] : [`“${request.words.replaceAll(/\p{Cc}+/gu, ' ')}”`]),
  ].join('  ');
}
