import '../ui/style/people.css';
import type { HelperView } from '@grondslag/protocol/v1';
import { useText } from '../i18n/text.tsx';
import { pathTo, shortId } from '../routes.tsx';
import { useCitizen } from '../services.tsx';
import { useAnnounce } from '../ui/announcer.tsx';
import { goTo, usePlace } from '../ui/navigation.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { Problem } from '../ui/problem.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { ChooseShownFacts } from './choose-shown-facts.tsx';
import { HelperActs } from './helper-acts.tsx';
import { HelperLines } from './helper-lines.tsx';
import { useHelperChange, useHelpers } from './helper-queries.ts';
import { stateOf } from './helper-words.ts';
import { nameOf } from './name-of.ts';

/** One helper: who it is, what they see, what they did, and the button that ends it at once. */
export function HelperPage({ id }: { readonly id: string }) {
  const { text } = useText();
  const citizen = useCitizen();
  const helpers = useHelpers();
  const found = helpers.data?.find((one) => one.citizen === citizen && shortId(one.id) === id);
  const title = found ? text('helper.title', { name: nameOf(found) }) : text('helpers.title');
  return (
    <>
      <PageTitle name={title}>{title}</PageTitle>
      <QueryState query={helpers} isEmpty={() => !found} empty={<p>{text('helper.gone')}</p>}>
        {() => found && <Shown key={found.id} helper={found} />}
      </QueryState>
    </>
  );
}

function Shown({ helper }: { readonly helper: HelperView }) {
  const words = useText();
  const { text } = words;
  const { news } = usePlace();
  const announce = useAnnounce();
  const name = nameOf(helper);
  const isOpen = helper.state !== 'ended';
  const decides = helper.kind === 'helper';
  const end = useHelperChange((client, id: string) => client.end(id));
  function stop() {
    end.mutate(shortId(helper.id), {
      onSuccess() {
        const told = text('helper.stopped', { name });
        announce(told);
        goTo(pathTo('helpers'), { replace: true, news: told });
      },
    });
  }
  return (
    <>
      {news !== undefined && <p className="notice notice-good">{news}</p>}
      <p className="intro">{stateOf(helper, words)}</p>
      <HelperLines helper={helper} />
      {helper.state === 'to-confirm' && helper.helper && decides && (
        <section className="notice" aria-labelledby="person">
          <h2 id="person">{text('helper.person')}</h2>
          <p>{text('helper.calls', { name: helper.helper.name })}</p>
          <p className="code">{helper.helper.webId}</p>
          <p>{text('helper.doubt', { name })}</p>
        </section>
      )}
      {decides && (helper.state === 'to-confirm' || helper.state === 'active') && (
        <ChooseShownFacts helper={helper} />
      )}
      {helper.startedAt && <HelperActs helper={helper} />}
      {isOpen && (
        <section aria-labelledby="stop">
          <h2 id="stop">{text('helper.stop.title')}</h2>
          {decides ? (
            <>
              <p>{text('helper.stop.text', { name })}</p>
              {helper.may === 'act' && <p>{text('helper.stop.stays', { name })}</p>}
              {end.error && <Problem error={end.error} sending />}
              <button
                type="button"
                className="button button-choice"
                disabled={end.isPending}
                onClick={stop}
              >
                {text('helper.stop', { name })}
              </button>
            </>
          ) : (
            <p>{text('helper.byLaw', { name })}</p>
          )}
        </section>
      )}
    </>
  );
}
