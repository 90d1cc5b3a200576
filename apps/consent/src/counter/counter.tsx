import '../ui/style/counter.css';
import type {
  CardProof,
  CardView,
  Clerk,
  CounterQuestion,
  CounterReceipt,
  CounterView,
  Sighting,
} from '@grondslag/protocol/counter';
import { useState } from 'react';
import { useText } from '../i18n/text.tsx';
import { pathTo } from '../routes.tsx';
import { Link } from '../ui/link.tsx';
import { goTo } from '../ui/navigation.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { CitizenAtDesk } from './citizen-at-desk.tsx';
import { CounterForm } from './counter-form.tsx';
import { useClerk } from './counter-queries.ts';
import { CounterReceiptPage } from './counter-receipt.tsx';
import { CounterWizard } from './counter-wizard.tsx';
import { DecidedQuestion } from './decided-question.tsx';
import { GiveCard } from './give-card.tsx';

/** A question that was opened with a code, and what the clerk confirmed to have seen. */
export interface OpenedQuestion {
  readonly proof: CounterQuestion;
  readonly sighting: Sighting;
  readonly view: CounterView;
}

/** A citizen with a card, and what stands and waits for them. */
export interface OpenedCard {
  readonly card: CardProof;
  readonly found: CardView;
}

/** Where a clerk enters what a citizen answers. Nothing is kept: a reload, or the next citizen, begins anew. */
export function Counter() {
  const { text } = useText();
  const clerk = useClerk();
  if (clerk.data && clerk.data !== 'none') return <AtDesk clerk={clerk.data} />;
  return (
    <>
      <PageTitle name={text('counter.title')}>{text('counter.title')}</PageTitle>
      <QueryState query={clerk}>
        {() => (
          <>
            <p>{text('counter.notClerk')}</p>
            <Link to="help" className="button">
              {text('nav.help')}
            </Link>
          </>
        )}
      </QueryState>
    </>
  );
}

function AtDesk({ clerk }: { readonly clerk: Clerk }) {
  const [opened, setOpened] = useState<OpenedQuestion | OpenedCard>();
  const [receipt, setReceipt] = useState<CounterReceipt>();
  function begin() {
    setOpened(undefined);
    setReceipt(undefined);
    goTo(pathTo('counter'));
  }
  if (opened && 'card' in opened) return <CitizenAtDesk opened={opened} onNext={begin} />;
  if (receipt && opened) {
    return (
      <CounterReceiptPage receipt={receipt} request={opened.view.request} onNext={begin}>
        <GiveCard opened={opened} />
      </CounterReceiptPage>
    );
  }
  if (!opened) return <CounterForm clerk={clerk} onOpen={setOpened} />;
  if (!opened.view.mayAnswer) {
    return <DecidedQuestion opened={opened} onStopped={setReceipt} onNext={begin} />;
  }
  return <CounterWizard opened={opened} onEntered={setReceipt} />;
}
