import type { HelperView } from '@grondslag/protocol/v1';
import { useText } from '../i18n/text.tsx';
import { shortId } from '../routes.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { useHelperActs } from './helper-queries.ts';
import { nameOf } from './name-of.ts';

/** What a helper did for the citizen, newest first. */
export function HelperActs({ helper }: { readonly helper: HelperView }) {
  const { text, day, time } = useText();
  const acts = useHelperActs(shortId(helper.id));
  const name = nameOf(helper);
  return (
    <section aria-labelledby="acts">
      <h2 id="acts">{text('helper.acts', { name })}</h2>
      <QueryState
        query={acts}
        isEmpty={(all) => all.length === 0}
        empty={<p className="quiet">{text('helper.actsEmpty', { name })}</p>}
      >
        {(all) => (
          <ul>
            {all.map(({ id, at, did }) => (
              <li key={id}>
                <time dateTime={at}>
                  {day(new Date(at))}, {time(new Date(at))}
                </time>
                : {text(`helper.did.${did}`, { name })}
              </li>
            ))}
          </ul>
        )}
      </QueryState>
    </section>
  );
}
