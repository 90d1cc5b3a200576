import { useMutation } from '@tanstack/react-query';
import { useText } from '../i18n/text.tsx';
import { CardNumber } from './card-number.tsx';
import { CodeProblem } from './code-problem.tsx';
import type { OpenedQuestion } from './counter.tsx';
import { useCounterClient } from './counter-queries.ts';

/** A card for the citizen who stands here with a letter; of a strip that came by post there is nobody to give it to. */
export function GiveCard({ opened: { proof, sighting } }: { readonly opened: OpenedQuestion }) {
  const { text } = useText();
  const client = useCounterClient();
  const give = useMutation({ mutationFn: client.giveCard });
  if (sighting.channel !== 'counter') return null;
  if (give.data) return <CardNumber made={give.data} />;
  return (
    <section className="not-printed" aria-labelledby="give-card">
      <h2 id="give-card">{text('card.give.title')}</h2>
      <p>{text('card.give.text')}</p>
      {give.error && <CodeProblem error={give.error} sending />}
      <button
        type="button"
        className="button"
        disabled={give.isPending}
        onClick={() => give.mutate({ ...proof, sighting })}
      >
        {text('card.give')}
      </button>
    </section>
  );
}
