import { factKinds } from '@grondslag/vocab/fact-kinds';
import { useState } from 'react';
import { useText } from '../i18n/text.tsx';
import type { Words } from '../i18n/words.ts';
import { fieldInWords, fieldsInWords, kindInWords } from '../lawful-access/data-words.ts';
import { isEmptyShare } from '../requests/shared-parts.ts';
import { type Moves, StepFrame } from '../requests/step-frame.tsx';
import type { Draft } from '../requests/steps.ts';
import { FieldError } from '../ui/field-error.tsx';
import { Quote } from '../ui/quote.tsx';
import { type AskedKind, partsOf, shareParts } from './asked-kinds.ts';

type Chosen = Pick<Draft, 'facts' | 'shared'>;

/** Which kinds of facts, and which parts: nothing ticked beforehand, and no fact in sight. */
export function StepKinds({
  kinds,
  agency,
  moves,
  chosen,
  onChoose,
}: {
  readonly kinds: readonly AskedKind[];
  readonly agency: string;
  readonly moves: Moves;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}) {
  const { text } = useText();
  const [attempt, setAttempt] = useState(0);
  function choose(next: Chosen) {
    setAttempt(0);
    onChoose(next);
  }
  function next() {
    if (chosen.facts.length > 0 && !isEmptyShare(chosen)) return moves.next();
    setAttempt(attempt + 1);
  }
  return (
    <StepFrame step="facts" title={text('request.facts.title')} moves={moves} onNext={next}>
      <p className="intro">{text('counter.kinds.intro')}</p>
      <FieldError
        id="facts-error"
        attempt={attempt}
        message={text(
          chosen.facts.length === 0 ? 'request.facts.nothingChosen' : 'request.fields.noneChosen',
        )}
      />
      {kinds.map((kind, index) => (
        <OneKind
          key={kind.resource}
          kind={kind}
          number={index + 1}
          agency={agency}
          chosen={chosen}
          onChoose={choose}
        />
      ))}
    </StepFrame>
  );
}

function OneKind({
  kind,
  number,
  agency,
  chosen: { facts, shared },
  onChoose,
}: {
  readonly kind: AskedKind;
  readonly number: number;
  readonly agency: string;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}) {
  const words = useText();
  const { text } = words;
  const { resource, claimType, asked, needed, required, reason } = kind;
  const what = kindInWords(claimType, words);
  const ticked = facts.includes(resource);
  const parts = partsOf(shared, kind);
  const optional = asked.length > 1 ? asked.filter((name) => !needed.includes(name)) : [];
  const inWords = (fields: readonly string[]) => fieldsInWords({ fields, claimType }, words);
  return (
    <fieldset className="card" aria-describedby={`need-${number}`}>
      <legend>{text('request.facts.need', { number, what: kindTitle(claimType, words) })}</legend>
      <div id={`need-${number}`}>
        <p>
          <strong>{text(required ? 'request.facts.required' : 'request.facts.optional')}.</strong>{' '}
          {text(required ? 'request.facts.requiredMeaning' : 'request.facts.optionalMeaning', {
            agency,
          })}
        </p>
        {reason && <Quote by={agency} words={reason} />}
        {asked.length > 0 && <p>{text('request.fields.asked', { fields: inWords(asked) })}</p>}
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={ticked}
          aria-describedby={`need-${number} facts-error`}
          onChange={(event) =>
            onChoose({
              facts: event.target.checked
                ? [...facts, resource]
                : facts.filter((one) => one !== resource),
              shared: shareParts(shared, kind, asked),
            })
          }
        />
        <span>{text('counter.kinds.share', { what })}</span>
      </label>
      {ticked && optional.length > 0 && (
        <fieldset className="parts">
          <legend>{text('request.fields.title')}</legend>
          {needed.length > 0 && <p>{text('request.fields.needed', { fields: inWords(needed) })}</p>}
          {optional.map((field) => (
            <label key={field} className="tick">
              <input
                type="checkbox"
                checked={parts.includes(field)}
                onChange={(event) =>
                  onChoose({
                    facts,
                    shared: shareParts(
                      shared,
                      kind,
                      asked.filter((name) =>
                        name === field ? event.target.checked : parts.includes(name),
                      ),
                    ),
                  })
                }
              />
              <span>
                {text('request.fields.share', { field: fieldInWords(field, words, claimType) })}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </fieldset>
  );
}

/** "Inkomen" */
function kindTitle(claimType: string, words: Words): string {
  const name = factKinds.kinds[claimType]?.name[words.language] ?? words.text('kind.other');
  return name.charAt(0).toLocaleUpperCase(words.language) + name.slice(1);
}
