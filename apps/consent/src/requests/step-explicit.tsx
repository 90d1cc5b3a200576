import { useState } from 'react';
import { factPhrase } from '../facts/fact-words.ts';
import { claimTypeAt } from '../facts/themes.ts';
import { useText } from '../i18n/text.tsx';
import { FieldError } from '../ui/field-error.tsx';
import type { Loadable } from '../ui/loadable.ts';
import { QueryState } from '../ui/query-state.tsx';
import type { ShownRequest } from './shown-request.ts';
import { chosenKinds, type SpecialKind, specialInWords } from './special-kinds.ts';
import { type Moves, StepFrame } from './step-frame.tsx';
import type { Draft } from './steps.ts';

type Answer = 'yes' | 'no';

/** Special categories (Article 9(2)(a) GDPR): an explicit yes or no to each, apart from all else, nothing chosen beforehand. */
export function StepExplicit({
  shown,
  moves,
  special,
  draft,
  onChoose,
}: {
  readonly shown: ShownRequest;
  readonly moves: Moves;
  readonly special: Loadable<readonly SpecialKind[]>;
  readonly draft: Draft;
  /** The facts that remain, and the kinds that got an explicit yes. */
  readonly onChoose: (facts: readonly string[], explicit: readonly string[]) => void;
}) {
  const { text } = useText();
  const [attempt, setAttempt] = useState(0);
  const kinds = chosenKinds(draft, special.data ?? []);
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>(() =>
    Object.fromEntries(draft.explicit.map((kind) => [kind, 'yes' as const])),
  );
  const open = kinds.filter(({ claimType }) => answers[claimType] === undefined);
  const remaining = draft.facts.filter((fact) => answers[claimTypeAt(fact) ?? ''] !== 'no');

  function next() {
    if (special.data === undefined) return;
    if (open.length > 0 || remaining.length === 0) return setAttempt(attempt + 1);
    const said = kinds.map(({ claimType }) => claimType);
    onChoose(
      remaining,
      said.filter((kind) => answers[kind] === 'yes'),
    );
    moves.next();
  }
  return (
    <StepFrame step="explicit" title={text('request.explicit.title')} moves={moves} onNext={next}>
      <QueryState query={special}>
        {() => (
          <>
            <p className="intro">
              {text(kinds.length > 0 ? 'request.explicit.intro' : 'request.explicit.none')}
            </p>
            <FieldError
              id="explicit-error"
              attempt={attempt}
              message={text(
                open.length > 0 ? 'request.explicit.noChoice' : 'request.explicit.nothingLeft',
              )}
            />
            {kinds.map((kind) => (
              <OneKind
                key={kind.claimType}
                kind={kind}
                shown={shown}
                facts={draft.facts}
                answer={answers[kind.claimType]}
                onAnswer={(answer) => {
                  setAttempt(0);
                  setAnswers({ ...answers, [kind.claimType]: answer });
                }}
              />
            ))}
            {kinds.length > 0 && <p>{text('request.explicit.free')}</p>}
          </>
        )}
      </QueryState>
    </StepFrame>
  );
}

function OneKind({
  kind,
  shown: { agency, asked },
  facts,
  answer,
  onAnswer,
}: {
  readonly kind: SpecialKind;
  readonly shown: ShownRequest;
  readonly facts: readonly string[];
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer) => void;
}) {
  const words = useText();
  const { text, list } = words;
  const what = specialInWords(kind, words);
  const chosen = asked.needs
    .flatMap((need) => need.facts)
    .filter(({ resource }) => facts.includes(resource) && claimTypeAt(resource) === kind.claimType);
  return (
    <fieldset className="card" aria-describedby="explicit-error">
      <legend>{text('request.explicit.about', { what })}</legend>
      <p>
        {text('request.explicit.asks', {
          agency: agency.name,
          facts: list(chosen.map((view) => factPhrase(view.resource, view, words))),
        })}
      </p>
      {(['yes', 'no'] as const).map((one) => (
        <label key={one} className="tick">
          <input
            type="radio"
            name={`explicit-${kind.claimType}`}
            checked={answer === one}
            onChange={() => onAnswer(one)}
          />
          <span>{text(`request.explicit.${one}`, { agency: agency.name, what })}</span>
        </label>
      ))}
    </fieldset>
  );
}
