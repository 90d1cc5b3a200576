import { decide } from '../decide/decide.ts';
import type { Decision } from '../decide/decision.ts';
import type { Question } from '../decide/question.ts';
import { type RightsContext, rightsFor } from '../rights/rights-for.ts';
import { exampleQuestion } from './example.ts';
import type { Row } from './read-table.ts';
import { dataKinds, situations } from './situations.ts';

/** What the engine says to a row, and the rights that go with it. */
export function answerRow({
  basis,
  body,
  data,
  situation,
}: Omit<Row, 'outcome' | 'rule' | 'rights'>): {
  readonly decision: Decision;
  readonly rights: string;
} {
  const question = situations[situation](dataKinds[data](exampleQuestion(basis, body)));
  const decision = decide(question);
  // Where nothing is read there is nothing to have rights about.
  if (decision.outcome === 'refuse') return { decision, rights: '' };
  const context: RightsContext = {
    providedByCitizen: basis === 'a' || basis === 'b',
    automatedDecision: false,
    objection: basis === 'e' || basis === 'f' ? objectionOf(question) : 'none',
    directMarketing: false,
  };
  const rights = rightsFor(basis, context)
    .filter(({ available }) => available !== 'no')
    .map(({ article, available }) => (available === 'yes' ? article : `${article}?`))
    .join(' ');
  return { decision, rights };
}

/** The state of an objection against this very use. */
function objectionOf({ ask, objections }: Question): RightsContext['objection'] {
  const objected = objections.find(({ purpose }) => purpose === ask.purpose)?.objection;
  if (objected === undefined) return 'none';
  if (objected.answer !== undefined) return objected.answer.outcome;
  return objected.exception === undefined ? 'open' : 'open-with-exception';
}
