import type { HelperView } from '@grondslag/protocol/v1';
import { type FormEvent, useState } from 'react';
import { AuthorityError } from '../authority/authority-error.ts';
import { useFacts } from '../facts/fact-queries.ts';
import { factPhrase } from '../facts/fact-words.ts';
import { useText } from '../i18n/text.tsx';
import { pathTo, shortId } from '../routes.tsx';
import { useAnnounce } from '../ui/announcer.tsx';
import { Link } from '../ui/link.tsx';
import { goTo } from '../ui/navigation.ts';
import { Problem } from '../ui/problem.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { useHelperChange } from './helper-queries.ts';
import { isHelpedWith } from './helper-words.ts';
import { nameOf } from './name-of.ts';

/**
 * Which facts a helper sees. Of somebody new nothing is ticked beforehand; what is not ticked, the helper does not see,
 * nor anything about it.
 */
export function ChooseShownFacts({ helper }: { readonly helper: HelperView }) {
  const words = useText();
  const { text } = words;
  const announce = useAnnounce();
  const facts = useFacts();
  const [shown, setShown] = useState<readonly string[]>(helper.facts);
  const confirm = useHelperChange((client, chosen: readonly string[]) =>
    client.confirm(shortId(helper.id), chosen),
  );
  const name = nameOf(helper);
  const isSpecial =
    confirm.error instanceof AuthorityError &&
    confirm.error.problem?.code === 'explicit_consent_missing';
  const isNew = helper.state === 'to-confirm';
  function send(event: FormEvent) {
    event.preventDefault();
    confirm.mutate(shown, {
      onSuccess() {
        const news = text(isNew ? 'helper.confirmed' : 'helper.saved', { name });
        announce(news);
        goTo(pathTo('helpers'), { news });
      },
    });
  }
  return (
    <form onSubmit={send}>
      <QueryState query={facts}>
        {(all) => (
          <fieldset className="card">
            <legend>{text('helper.facts', { name })}</legend>
            {all
              .filter(({ resource }) => isHelpedWith(helper, resource))
              .map((view) => (
                <label key={view.resource} className="tick">
                  <input
                    type="checkbox"
                    checked={shown.includes(view.resource)}
                    onChange={({ target }) =>
                      setShown(
                        target.checked
                          ? [...shown, view.resource]
                          : shown.filter((one) => one !== view.resource),
                      )
                    }
                  />
                  <span>{factPhrase(view.resource, view, words)}</span>
                </label>
              ))}
            <p className="quiet">{text('helper.factsHint', { name })}</p>
          </fieldset>
        )}
      </QueryState>
      {isSpecial ? (
        <p className="notice notice-bad" role="alert">
          {text('helper.special', { name })}
        </p>
      ) : (
        confirm.error && <Problem error={confirm.error} sending />
      )}
      <div className="actions">
        <button type="submit" className="button button-choice" disabled={confirm.isPending}>
          {text(isNew ? 'helper.confirm' : 'helper.save', { name })}
        </button>
        <Link to="helpers" className="button button-choice">
          {text('helper.later')}
        </Link>
      </div>
    </form>
  );
}
