import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import type { Step } from './steps.ts';

/** How to move between the steps of a question. */
export interface Moves {
  /** The steps of this question. */
  readonly steps: readonly Step[];
  next(): void;
  previous(): void;
  sayNo(): void;
  to(step: Step): void;
}

/** One step: where we are, its title, and three ways on; "no" is always one of them. */
export function StepFrame({
  step,
  title,
  moves,
  onNext = moves.next,
  children,
}: {
  readonly step: Step;
  readonly title: string;
  readonly moves: Moves;
  /** Instead of going on at once: check first. */
  readonly onNext?: () => void;
  readonly children: ReactNode;
}) {
  const { text } = useText();
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
      <div className="actions">
        <button type="submit" className="button button-main">
          {text('request.next')}
        </button>
        <button type="button" className="button" onClick={moves.sayNo}>
          {text('request.sayNo')}
        </button>
        {number > 1 && (
          <button type="button" className="button button-quiet" onClick={moves.previous}>
            {text('request.previous')}
          </button>
        )}
      </div>
    </form>
  );
}
