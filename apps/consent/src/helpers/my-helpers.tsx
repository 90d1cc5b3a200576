import type { HelperView } from '@grondslag/protocol/v1';
import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../i18n/text.tsx';
import { pathTo, shortId } from '../routes.tsx';
import { useCitizen } from '../services.tsx';
import { Empty } from '../ui/empty.tsx';
import { Link } from '../ui/link.tsx';
import { goTo, usePlace } from '../ui/navigation.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { HelperLines } from './helper-lines.tsx';
import { useHelpers } from './helper-queries.ts';
import { stateOf } from './helper-words.ts';
import { helpWith } from './helping-now.ts';
import { citizenOf, nameOf } from './name-of.ts';

/** Who helps me, whom I help, and the way to both. */
export function MyHelpers() {
  const words = useText();
  const { text } = words;
  const { news } = usePlace();
  const citizen = useCitizen();
  const helpers = useHelpers();
  // Whom one decides for by law has a page of its own.
  const helped =
    helpers.data?.filter((one) => one.citizen !== citizen && one.kind === 'helper') ?? [];
  return (
    <>
      <PageTitle name={text('helpers.title')}>{text('helpers.title')}</PageTitle>
      {news !== undefined && <p className="notice notice-good">{news}</p>}
      <p className="intro">{text('helpers.intro')}</p>
      <div className="actions">
        <Link to="inviteHelper" className="button button-main">
          {text('helpers.invite')}
        </Link>
        <Link to="becomeHelper" className="button">
          {text('helpers.become')}
        </Link>
      </div>
      <section aria-labelledby="yours">
        <h2 id="yours">{text('helpers.yours')}</h2>
        <QueryState
          query={helpers}
          isEmpty={(all) => !all.some((one) => one.citizen === citizen)}
          empty={<Empty what={text('helpers.empty')} hint={text('helpers.emptyHint')} />}
        >
          {(all) => (
            <ul className="plain">
              {all
                .filter((one) => one.citizen === citizen)
                .map((helper) => (
                  <li key={helper.id} className="card">
                    <h3>
                      <Link to="helper" id={shortId(helper.id)}>
                        {nameOf(helper)}
                      </Link>
                    </h3>
                    <p>{stateOf(helper, words)}</p>
                  </li>
                ))}
            </ul>
          )}
        </QueryState>
      </section>
      {helped.length > 0 && (
        <section aria-labelledby="others">
          <h2 id="others">{text('helpers.others')}</h2>
          <ul className="plain">
            {helped.map((helper) => (
              <li key={helper.id}>
                <Helped helper={helper} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Somebody this person helps, with the way to begin. */
function Helped({ helper }: { readonly helper: HelperView }) {
  const { text } = useText();
  const queries = useQueryClient();
  const name = citizenOf(helper);
  function begin() {
    queries.clear();
    helpWith(shortId(helper.id));
    goTo(pathTo('home'));
  }
  return (
    <article className="card">
      <h3>{name}</h3>
      {helper.state === 'to-confirm' && <p>{text('helpers.waits', { name })}</p>}
      {helper.state === 'ended' && <p>{text('helpers.over', { name })}</p>}
      {helper.state === 'active' && (
        <>
          <HelperLines helper={helper} />
          <div className="actions">
            <button type="button" className="button button-main" onClick={begin}>
              {text('helpers.begin', { name })}
            </button>
          </div>
        </>
      )}
    </article>
  );
}
