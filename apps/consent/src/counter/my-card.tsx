import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useText } from '../i18n/text.tsx';
import { useCitizen } from '../services.tsx';
import { FieldError } from '../ui/field-error.tsx';
import { Problem } from '../ui/problem.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { BornOnField } from './born-on-field.tsx';
import { CardNumber } from './card-number.tsx';
import { cardKey, useCard, useCounterClient } from './counter-queries.ts';

const ERROR = 'card-error';

/** The citizen's card for the counter: made here, told once, ended here. */
export function MyCard() {
  const { text, fullDay } = useText();
  const client = useCounterClient();
  const queries = useQueryClient();
  const citizen = useCitizen();
  const [bornOn, setBornOn] = useState('');
  const [attempt, setAttempt] = useState(0);
  const again = () => queries.invalidateQueries({ queryKey: cardKey(citizen) });
  const make = useMutation({ mutationFn: client.makeCard, onSuccess: again });
  const end = useMutation({
    mutationFn: client.endCard,
    onSuccess: again,
    onMutate: () => make.reset(),
  });
  function send(event: FormEvent) {
    event.preventDefault();
    if (bornOn === '') return setAttempt(attempt + 1);
    make.mutate(bornOn);
  }
  return (
    <section className="own-card" aria-labelledby="my-card">
      <h2 id="my-card">{text('card.title')}</h2>
      <p>{text('card.intro')}</p>
      <QueryState query={useCard()}>
        {({ card }) => (
          <>
            {card && !make.data && (
              <p>{text('card.has', { date: fullDay(new Date(card.madeAt)) })}</p>
            )}
            {make.data && <CardNumber made={make.data} />}
            {!make.data && (
              <form noValidate onSubmit={send}>
                {card && <p>{text('card.againHint')}</p>}
                <FieldError id={ERROR} attempt={attempt} message={text('card.missing')} />
                <BornOnField
                  of="card"
                  bornOn={bornOn}
                  error={{ id: ERROR, shown: attempt > 0 }}
                  onType={(typed) => {
                    setAttempt(0);
                    setBornOn(typed);
                  }}
                />
                <button type="submit" className="button" disabled={make.isPending}>
                  {text(card ? 'card.again' : 'card.make')}
                </button>
              </form>
            )}
            {make.error && <Problem error={make.error} sending />}
            {end.error && <Problem error={end.error} sending />}
            <div className="actions not-printed">
              {make.data && (
                <button type="button" className="button" onClick={() => print()}>
                  {text('card.print')}
                </button>
              )}
              {card && (
                <button
                  type="button"
                  className="button button-quiet"
                  disabled={end.isPending}
                  onClick={() => end.mutate()}
                >
                  {text('card.end')}
                </button>
              )}
            </div>
            <p aria-live="polite">{end.isSuccess && !card && text('card.ended')}</p>
          </>
        )}
      </QueryState>
    </section>
  );
}
