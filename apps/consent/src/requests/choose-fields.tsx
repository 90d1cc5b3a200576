import type { SharedFields } from '@grondslag/protocol';
import { fieldsOf } from '../facts/fact-view.ts';
import { kindOf } from '../facts/shown-fact.ts';
import { useText } from '../i18n/text.tsx';
import { fieldInWords, fieldsInWords } from '../lawful-access/data-words.ts';
import { sharedOf } from './shared-parts.ts';
import type { AskedFact } from './sort-asked-facts.ts';

/** What is asked of one fact; once it is ticked, the choice of the parts the agency can do without. */
export function ChooseFields({
  view,
  ticked,
  shared,
  onChoose,
}: {
  readonly view: AskedFact;
  readonly ticked: boolean;
  readonly shared: readonly SharedFields[];
  readonly onChoose: (fields: readonly string[]) => void;
}) {
  const words = useText();
  const { text } = words;
  const { asked, needed, isDivisible } = view;
  const claimType = kindOf(view.fact)?.[0];
  const inWords = (fields: readonly string[]) => fieldsInWords({ fields, claimType }, words);
  const notAsked = fieldsOf(view.fact).filter((name) => !asked.includes(name));
  const isAllNeeded = asked.every((name) => needed.includes(name));
  // Leaving out the only part is leaving out the fact.
  const optional = asked.length > 1 ? asked.filter((name) => !needed.includes(name)) : [];

  if (!isDivisible) {
    return (
      <p>
        {notAsked.length > 0 && text('request.fields.asked', { fields: inWords(asked) })}{' '}
        {text('request.fields.whole')}
      </p>
    );
  }
  const chosen = sharedOf(shared, view);
  const choose = (field: string, on: boolean) =>
    onChoose(asked.filter((name) => (name === field ? on : chosen.includes(name))));
  return (
    <>
      <p>
        {text(isAllNeeded ? 'request.fields.allNeeded' : 'request.fields.asked', {
          fields: inWords(asked),
        })}{' '}
        {notAsked.length > 0 && text('request.fields.notAsked', { fields: inWords(notAsked) })}
      </p>
      {optional.length > 0 && !ticked && <p>{text('request.fields.later')}</p>}
      {optional.length > 0 && ticked && (
        <fieldset className="parts">
          <legend>{text('request.fields.title')}</legend>
          {needed.length > 0 && <p>{text('request.fields.needed', { fields: inWords(needed) })}</p>}
          {optional.map((field) => (
            <label key={field} className="tick">
              <input
                type="checkbox"
                checked={chosen.includes(field)}
                onChange={(event) => choose(field, event.target.checked)}
              />
              <span>
                {text('request.fields.share', { field: fieldInWords(field, words, claimType) })}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
