import type { CardList, CardView, CounterReceipt } from '@grondslag/protocol/counter';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { showAgency, useParticipants } from '../agencies/agency-queries.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { CodeProblem } from './code-problem.tsx';
import type { OpenedCard } from './counter.tsx';
import { useCounterClient } from './counter-queries.ts';
import { CounterReceiptPage } from './counter-receipt.tsx';
import { DecisionLines } from './decision-lines.tsx';
import { PrintLetters } from './print-letters.tsx';
import { StopActions } from './stop-actions.tsx';

type Standing = OpenedCard['found']['inForce'][number];

/** What stands and waits for a citizen with a card: one is stopped, or a letter is printed. */
export function CitizenAtDesk({
  opened: { card, found: newest },
  onNext,
}: {
  readonly opened: OpenedCard;
  readonly onNext: () => void;
}) {
  const { text } = useText();
  const [chosen, setChosen] = useState<Standing>();
  const [receipt, setReceipt] = useState<CounterReceipt>();
  const nameOf = useAgencyName();
  const client = useCounterClient();
  const [found, setFound] = useState(newest);
  const more = useMutation({
    mutationFn: async (list: CardList) => {
      const than = found.next?.[list];
      return than === undefined ? found : client.find({ ...card, older: { list, than } });
    },
    onSuccess: (older, list) => setFound(withOlder(found, older, list)),
  });
  if (receipt && chosen) {
    return <CounterReceiptPage receipt={receipt} request={chosen.request} onNext={onNext} />;
  }
  if (chosen) {
    return (
      <StopOne
        card={card}
        standing={chosen}
        onStopped={setReceipt}
        onBack={() => setChosen(undefined)}
      />
    );
  }
  return (
    <>
      <PageTitle name={text('desk.title')}>{text('desk.title')}</PageTitle>
      <p className="intro">{text('desk.intro')}</p>
      <section aria-labelledby="desk-in-force">
        <h2 id="desk-in-force">{text('desk.inForce')}</h2>
        {found.inForce.length === 0 && <p>{text('desk.inForceNone')}</p>}
        {found.inForce.map((standing) => (
          <div key={standing.decision.id}>
            <DecisionLines request={standing.request} decision={standing.decision} />
            <button type="button" className="button" onClick={() => setChosen(standing)}>
              {text('desk.stop', { agency: nameOf(standing.request.credentialSubject.id) })}
            </button>
          </div>
        ))}
        <More list="inForce" more={more} found={found} />
      </section>
      <PrintLetters card={card} open={found.open} nameOf={nameOf}>
        <More list="open" more={more} found={found} />
      </PrintLetters>
      {more.error && <CodeProblem error={more.error} />}
      <div className="actions">
        <button type="button" className="button" onClick={onNext}>
          {text('counter.next')}
        </button>
      </div>
    </>
  );
}

/** The same with what is older of one list. */
function withOlder(found: CardView, older: CardView, list: CardList): CardView {
  const { [list]: _, ...next } = found.next ?? {};
  return {
    inForce: [...found.inForce, ...older.inForce],
    open: [...found.open, ...older.open],
    next: { ...next, ...older.next },
  };
}

/** The way to what is older of a list; nothing when that is all. */
function More({
  list,
  more,
  found,
}: {
  readonly list: CardList;
  readonly more: { readonly isPending: boolean; readonly mutate: (list: CardList) => void };
  readonly found: CardView;
}) {
  const { text } = useText();
  if (found.next?.[list] === undefined) return null;
  return (
    <p>
      <button
        type="button"
        className="button button-quiet"
        disabled={more.isPending}
        onClick={() => more.mutate(list)}
      >
        {text(`desk.more.${list}`)}
      </button>
    </p>
  );
}

function StopOne({
  card,
  standing: { request, decision },
  onStopped,
  onBack,
}: {
  readonly card: OpenedCard['card'];
  readonly standing: Standing;
  readonly onStopped: (receipt: CounterReceipt) => void;
  readonly onBack: () => void;
}) {
  const { text } = useText();
  const client = useCounterClient();
  const stop = useMutation({
    mutationFn: () => client.withdrawWithCard(card, decision.id),
    onSuccess: onStopped,
  });
  return (
    <>
      <PageTitle name={text('desk.stopTitle')}>{text('desk.stopTitle')}</PageTitle>
      <DecisionLines request={request} decision={decision} />
      <StopActions stop={stop} onLeave={onBack} />
    </>
  );
}

function useAgencyName(): (agency: string) => string {
  const { text } = useText();
  const { language } = useLanguage();
  const { data = { agencies: [], sources: [] } } = useParticipants();
  return (agency) => showAgency(agency, data, language, text).name;
}
