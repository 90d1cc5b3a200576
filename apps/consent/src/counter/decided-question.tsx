import type { CounterReceipt } from '@grondslag/protocol/counter';
import { useMutation } from '@tanstack/react-query';
import { useText } from '../i18n/text.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import type { OpenedQuestion } from './counter.tsx';
import { useCounterClient } from './counter-queries.ts';
import { DecisionLines, isGrant } from './decision-lines.tsx';
import { StopActions } from './stop-actions.tsx';

/** A question that is answered, or over: what stands, and the way to stop it. */
export function DecidedQuestion({
  opened: { proof, sighting, view },
  onStopped,
  onNext,
}: {
  readonly opened: OpenedQuestion;
  readonly onStopped: (receipt: CounterReceipt) => void;
  readonly onNext: () => void;
}) {
  const { text } = useText();
  const client = useCounterClient();
  const stop = useMutation({
    mutationFn: () => client.withdraw(proof, sighting),
    onSuccess: onStopped,
  });
  const { decision, request } = view;
  const stands =
    decision !== undefined &&
    isGrant(decision.credential) &&
    (decision.state === 'active' || decision.state === 'suspended');
  const title = text(stands ? 'counter.answered' : 'counter.over');
  return (
    <>
      <PageTitle name={title}>{title}</PageTitle>
      <p className="intro">{text(stands ? 'counter.answeredText' : 'counter.overText')}</p>
      {stands && <DecisionLines request={request} decision={decision.credential} />}
      <StopActions stop={stop} canStop={stands} onLeave={onNext} />
    </>
  );
}
