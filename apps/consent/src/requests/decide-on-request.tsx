import { type AccessRequest, authorityPaths, type Participants } from '@grondslag/protocol';
import { useState } from 'react';
import { showAgency, useParticipants } from '../agencies/agency-queries.ts';
import { useFacts } from '../facts/fact-queries.ts';
import type { FactView } from '../facts/fact-view.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { useExplanations } from '../lawful-access/law-queries.ts';
import { shortId } from '../routes.tsx';
import { useServices } from '../services.tsx';
import { type Loadable, together } from '../ui/loadable.ts';
import { goTo, usePlace } from '../ui/navigation.ts';
import { QueryState } from '../ui/query-state.tsx';
import { BeforeDecision } from '../way-back/before-decision.tsx';
import { addressBack } from '../way-back/check-way-back.ts';
import { findWayBack } from '../way-back/keep-way-back.ts';
import { BegunBefore } from './begun-before.tsx';
import {
  asksSeveralPurposes,
  buildDenial,
  buildGrant,
  type DecisionBody,
} from './build-decision.ts';
import { DecisionSent } from './decision-sent.tsx';
import { powerOverQuestion } from './power-over-question.ts';
import { QuestionGone } from './question-gone.tsx';
import { canBeQuestion, useDecide, usePendingRequests } from './request-queries.ts';
import { RequestWaiting } from './request-waiting.tsx';
import { SayNo } from './say-no.tsx';
import { wholesOf } from './shared-parts.ts';
import { showRequest } from './shown-request.ts';
import { sortAskedFacts } from './sort-asked-facts.ts';
import { useSpecialKinds } from './special-kind-queries.ts';
import { chosenKinds, withoutKinds } from './special-kinds.ts';
import { StepEnd } from './step-end.tsx';
import { StepExplicit } from './step-explicit.tsx';
import { StepFacts } from './step-facts.tsx';
import type { Moves } from './step-frame.tsx';
import { StepIfNo } from './step-if-no.tsx';
import { StepPurpose } from './step-purpose.tsx';
import { StepSummary } from './step-summary.tsx';
import { StepWho } from './step-who.tsx';
import {
  needsFacts,
  pageOf,
  reachablePage,
  readablePage,
  readingSteps,
  searchOf,
  stepBeside,
  stepsOf,
  type WizardPage,
} from './steps.ts';
import { useDraft } from './use-draft.ts';

/** One question, from who asks to the decision. `id` is the short id of the request. */
export function DecideOnRequest({ id }: { readonly id: string }) {
  const { config } = useServices();
  // Asked for by its address at once, not when the question is there: what the rules say is read with it.
  useExplanations(
    new URL(authorityPaths.credential + id, config.authority).href,
    canBeQuestion(id),
  );
  const query = together({ participants: useParticipants(), requests: usePendingRequests() });
  const facts = useFacts(query.data !== undefined);
  // Kept as it was when it was opened: a poll must not take away or change the question being read.
  const [opened, setOpened] = useState<AccessRequest>();
  const found = query.data?.requests.find((request) => shortId(request.id) === id);
  if (!opened && found) setOpened(found);

  if (query.data && !opened && !found) {
    return <QuestionGone id={id} participants={query.data.participants} />;
  }
  if (!query.data && !query.failed) return <RequestWaiting />;
  return (
    <QueryState query={query}>
      {(data) =>
        opened && (
          <Wizard
            request={opened}
            isWaiting={found !== undefined}
            participants={data.participants}
            facts={facts}
          />
        )
      }
    </QueryState>
  );
}

function Wizard({
  request,
  isWaiting,
  participants,
  facts,
}: {
  readonly request: AccessRequest;
  /** Whether it can still be answered: it may be taken back, or answered elsewhere, while it is read. */
  readonly isWaiting: boolean;
  readonly participants: Participants;
  /** Who asks and what for can be read before they are there. */
  readonly facts: Loadable<FactView[]>;
}) {
  const { text } = useText();
  const { language } = useLanguage();
  const place = usePlace();
  const decide = useDecide();
  const { helping } = useServices();
  const { draft: kept, choose, ...keeping } = useDraft(request);
  const [decision, setDecision] = useState<'yes' | 'no'>('yes');
  const shown = showRequest(
    request,
    showAgency(request.credentialSubject.id, participants, language, text),
    sortAskedFacts(request, facts.data ?? [], new Date()),
    findWayBack(sessionStorage, request.id, request.credentialSubject.id, participants),
  );
  const power = powerOverQuestion(helping, shown.agency);
  // A warning that comes later would move what is being read. Without an answer one must still be able to say no.
  const explained = useExplanations(request.id);
  const ready = explained.data !== undefined || explained.failed;
  const special = useSpecialKinds(request);
  // A helper gives no explicit consent; who decides by law does.
  const closed = helping?.kind === 'helper' ? (special.data ?? []) : [];
  const askedApart = special.data?.filter((kind) => !closed.includes(kind));
  const draft = withoutKinds(kept, closed);
  const several = asksSeveralPurposes(request);
  const steps = power === 'decide' ? stepsOf(!!askedApart?.length) : readingSteps;
  const reachable = (to: WizardPage) =>
    power === 'decide'
      ? reachablePage(to, draft, askedApart, several)
      : readablePage(to, power === 'refuse');
  const page = reachable(pageOf(place.search));

  function go(to: WizardPage | undefined) {
    decide.reset();
    keeping.goOn();
    if (to) goTo(`${place.pathname}${searchOf(to)}`);
  }
  const beside = (by: 1 | -1) => (page === 'no' ? undefined : stepBeside(page, by, steps));
  const moves: Moves = {
    steps,
    power,
    next: () => go(beside(1)),
    previous: () => go(beside(-1)),
    sayNo: () => go('no'),
    to: go,
  };
  function beginAnew() {
    keeping.beginAnew();
    go('who');
  }
  function sendYes() {
    if (!draft.endsAt) return;
    const wholes = wholesOf(shown.asked, draft.facts);
    send('yes', buildGrant(request, { ...draft, endsAt: draft.endsAt, wholes }));
  }
  function send(what: 'yes' | 'no', body: DecisionBody) {
    setDecision(what);
    decide.mutate(body, {
      onSuccess(decisionId) {
        keeping.forget();
        scrollTo(0, 0);
        if (shown.wayBack?.allowed) location.assign(addressBack(shown.wayBack, decisionId));
      },
    });
  }

  if (decide.isSuccess) {
    return (
      <DecisionSent shown={shown} decision={decision} decisionId={decide.data} draft={draft} />
    );
  }
  if (!isWaiting && !decide.isPending) {
    return <QuestionGone id={shortId(request.id)} opened={request} participants={participants} />;
  }
  return (
    <>
      <BeforeDecision shown={shown} />
      {keeping.isRestored && <BegunBefore onAnew={beginAnew} />}
      {isThere(page) ? thePage() : <RequestWaiting />}
    </>
  );

  function isThere(wanted: WizardPage): boolean {
    if (wanted === 'who') return true;
    return ready && (facts.data !== undefined || facts.failed || !needsFacts(wanted));
  }
  function thePage() {
    switch (page) {
      case 'who':
        return <StepWho shown={shown} moves={moves} ready={ready} />;
      case 'purpose':
        return (
          <StepPurpose
            shown={shown}
            moves={moves}
            chosen={draft.purposes}
            onChoose={(purposes) => choose({ ...draft, purposes })}
          />
        );
      case 'facts':
        return (
          <StepFacts
            shown={shown}
            moves={moves}
            chosen={draft}
            onChoose={(chosen) => choose({ ...draft, ...chosen, explicit: [] })}
            // A citizen whose vault does not answer must still be able to say no.
            factsProblem={facts.failed && !facts.data ? facts : undefined}
            closed={closed}
          />
        );
      case 'explicit':
        return (
          <StepExplicit
            shown={shown}
            moves={moves}
            special={special}
            draft={draft}
            onChoose={(chosen, explicit) => choose({ ...draft, facts: chosen, explicit })}
          />
        );
      case 'end':
        return (
          <StepEnd
            shown={shown}
            moves={moves}
            endsAt={draft.endsAt}
            onChoose={(endsAt) => choose({ ...draft, endsAt })}
          />
        );
      case 'ifNo':
        return <StepIfNo shown={shown} moves={moves} />;
      case 'summary':
        return (
          <StepSummary
            shown={shown}
            moves={moves}
            draft={draft}
            explicit={chosenKinds(draft, askedApart ?? [])}
            sending={decide.isPending}
            error={decide.error}
            onYes={sendYes}
          />
        );
      case 'no':
        return (
          <SayNo
            shown={shown}
            sending={decide.isPending}
            error={decide.error}
            onNo={(reason) => send('no', buildDenial(request, reason))}
            onBack={() => go(reachable('summary'))}
          />
        );
    }
  }
}
