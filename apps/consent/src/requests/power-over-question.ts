import type { HelperView } from '@grondslag/protocol/v1';
import type { ShownAgency } from '../agencies/agency-queries.ts';

/** What somebody may do with a question: decide it, only say no, or only read it. */
export type PowerOverQuestion = 'decide' | 'refuse' | 'read';

/** As the authority keeps to it: who only looks along decides nothing, and no helper says yes to who is not known. */
export function powerOverQuestion(
  helping: Pick<HelperView, 'may'> | undefined,
  agency: Pick<ShownAgency, 'known'>,
): PowerOverQuestion {
  if (helping === undefined) return 'decide';
  if (helping.may === 'see') return 'read';
  return agency.known ? 'decide' : 'refuse';
}
