import type { ReactNode } from 'react';
import { citizenOf } from '../helpers/name-of.ts';
import { useText } from '../i18n/text.tsx';
import { useServices } from '../services.tsx';
import { Link } from '../ui/link.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import type { PowerOverQuestion } from './power-over-question.ts';
import type { Step } from './steps.ts';

/** How to move between the steps of a question. */
export interface Moves {
  /** The steps of this question. */
  readonly steps: readonly Step[];
  /** What who is here may do with it. */
  readonly power: PowerOverQuestion;
  next(): void;
  previous(): void;
  sayNo(): void;
  to(step: Step): void;
}

/** One step: where we are, its title, and three ways on; "no" is one of them for everybody who may decide. */
export function StepFrame({
  step,
  title,
  moves,
  onNext = moves.next,
  ready = true,
  children,
}: {
  readonly step: Step;
  readonly title: string;
  readonly moves: Moves;
  /** Instead of going on at once: check first. */
  readonly onNext?: () => void;
  /** Whether all of it is there: before that nobody goes on. */
  readonly ready?: boolean;
  readonly children: ReactNode;
}) {
  const { text } = useText();
  const { helping } = useServices();
  const isLast = moves.steps.at(-1) === step;
  const number = moves.steps.indexOf(step) + 1;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      {number > 0 && (
        <p className="step">{text('request.step', { step: number, count: moves.steps.length })}</p>
      )}
      <PageTitle name={title}>{title}</PageTitle>
      {children}
      {ready ? (
        <>
          {helping && moves.power !== 'decide' && (
            <p className="notice">
              {text(`request.power.${moves.power}`, { name: citizenOf(helping) })}
            </p>
          )}
          <div className="actions">
            {!isLast && (
              <button type="submit" className="button button-main">
                {text('request.next')}
              </button>
            )}
            {moves.power !== 'read' && (
              <button type="button" className="button" onClick={moves.sayNo}>
                {text('request.sayNo')}
              </button>
            )}
            {isLast && (
              <Link to="requests" className="button">
                {text('request.gone.link')}
              </Link>
            )}
            {number > 1 && (
              <button type="button" className="button button-quiet" onClick={moves.previous}>
                {text('request.previous')}
              </button>
            )}
          </div>
        </>
      ) : (
        <p className="loading" aria-busy="true">
          {text('request.waiting')}
        </p>
      )}
    </form>
  );
}
