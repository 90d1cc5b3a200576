import type { CounterReceipt } from '@grondslag/protocol/counter';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { showAgency, useParticipants } from '../agencies/agency-queries.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import {
  asksSeveralPurposes,
  buildDenial,
  buildGrant,
  type DecisionBody,
} from '../requests/build-decision.ts';
import { Warnings } from '../requests/request-warnings.tsx';
import { SayNo } from '../requests/say-no.tsx';
import { showRequest } from '../requests/shown-request.ts';
import { useCategories } from '../requests/special-kind-queries.ts';
import { chosenKinds, type SpecialKind } from '../requests/special-kinds.ts';
import { StepEnd } from '../requests/step-end.tsx';
import { StepExplicit } from '../requests/step-explicit.tsx';
import type { Moves } from '../requests/step-frame.tsx';
import { StepIfNo } from '../requests/step-if-no.tsx';
import { StepPurpose } from '../requests/step-purpose.tsx';
import { StepSummary } from '../requests/step-summary.tsx';
import { StepWho } from '../requests/step-who.tsx';
import {
  type Draft,
  emptyDraft,
  pageOf,
  reachablePage,
  searchOf,
  stepBeside,
  stepsOf,
  type WizardPage,
} from '../requests/steps.ts';
import { goTo, usePlace } from '../ui/navigation.ts';
import { asAsked, askedKinds } from './asked-kinds.ts';
import type { OpenedQuestion } from './counter.tsx';
import { useCounterClient } from './counter-queries.ts';
import { StepKinds } from './step-kinds.tsx';

const nobody = { agencies: [], sources: [] };

/** The steps of a question, the same as on screen, with kinds of facts in place of facts. */
export function CounterWizard({
  opened: { proof, sighting, view },
  onEntered,
}: {
  readonly opened: OpenedQuestion;
  readonly onEntered: (receipt: CounterReceipt) => void;
}) {
  const { text } = useText();
  const { language } = useLanguage();
  const place = usePlace();
  const client = useCounterClient();
  const participants = useParticipants();
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const enter = useMutation({
    mutationFn: (body: DecisionBody) => client.answer(proof, sighting, body),
    onSuccess(receipt) {
      scrollTo(0, 0);
      onEntered(receipt);
    },
  });
  const { request, askApart, warnings } = view;
  const kinds = askedKinds(request);
  const shown = showRequest(
    request,
    showAgency(request.credentialSubject.id, participants.data ?? nobody, language, text),
    asAsked(kinds, new Date()),
    undefined,
  );
  const categories = useCategories(request, askApart);
  // Until it is known what they tell, and when that cannot be had, the kinds themselves are named.
  const special: readonly SpecialKind[] =
    categories.data ?? askApart.map((claimType) => ({ claimType, categories: [] }));
  const several = asksSeveralPurposes(request);
  const steps = stepsOf(special.length > 0);
  const page = reachablePage(pageOf(place.search), draft, special, several);

  function go(to: WizardPage | undefined) {
    enter.reset();
    if (to) goTo(`${place.pathname}${searchOf(to)}`);
  }
  const beside = (by: 1 | -1) => (page === 'no' ? undefined : stepBeside(page, by, steps));
  const moves: Moves = {
    steps,
    next: () => go(beside(1)),
    previous: () => go(beside(-1)),
    power: 'decide',
    sayNo: () => go('no'),
    to: go,
  };
  function sendYes() {
    if (!draft.endsAt) return;
    enter.mutate(buildGrant(request, { ...draft, endsAt: draft.endsAt, ofKinds: true }));
  }

  switch (page) {
    case 'who':
      return <StepWho shown={shown} moves={moves} warnings={<Warnings words={warnings} />} />;
    case 'purpose':
      return (
        <StepPurpose
          shown={shown}
          moves={moves}
          chosen={draft.purposes}
          onChoose={(purposes) => setDraft({ ...draft, purposes })}
        />
      );
    case 'facts':
      return (
        <StepKinds
          kinds={kinds}
          agency={shown.agency.name}
          moves={moves}
          chosen={draft}
          onChoose={(chosen) => setDraft({ ...draft, ...chosen, explicit: [] })}
        />
      );
    case 'explicit':
      return (
        <StepExplicit
          shown={shown}
          moves={moves}
          special={{ ...categories, data: special }}
          draft={draft}
          onChoose={(facts, explicit) => setDraft({ ...draft, facts, explicit })}
        />
      );
    case 'end':
      return (
        <StepEnd
          shown={shown}
          moves={moves}
          endsAt={draft.endsAt}
          onChoose={(endsAt) => setDraft({ ...draft, endsAt })}
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
          explicit={chosenKinds(draft, special)}
          sending={enter.isPending}
          error={enter.error}
          onYes={sendYes}
        />
      );
    case 'no':
      return (
        <SayNo
          shown={shown}
          sending={enter.isPending}
          error={enter.error}
          onNo={(reason) => enter.mutate(buildDenial(request, reason))}
          onBack={() => go(reachablePage('summary', draft, special, several))}
        />
      );
  }
}
