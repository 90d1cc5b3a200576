import type { HelperView } from '@grondslag/protocol/v1';
import { HelperLines } from '../helpers/helper-lines.tsx';
import { citizenOf } from '../helpers/name-of.ts';
import { useText } from '../i18n/text.tsx';
import { Empty } from '../ui/empty.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Problem } from '../ui/problem.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { GrantsGiven } from './grants-given.tsx';
import { useBegin, useRepresented } from './representation-queries.ts';

/** For whom somebody decides by law: on what ground, about what, until when, and the way to begin. */
export function RepresentedPage() {
  const { text } = useText();
  const title = text('represented.title');
  return (
    <>
      <PageTitle name={title}>{title}</PageTitle>
      <QueryState
        query={useRepresented()}
        isEmpty={(all) => all.length === 0}
        empty={<Empty what={text('represented.empty')} hint={text('represented.emptyHint')} />}
      >
        {(all) => (
          <>
            <p className="intro">{text('represented.intro')}</p>
            <ul className="plain">
              {all.map((one) => (
                <li key={one.id} className="card">
                  <Represented represented={one} />
                </li>
              ))}
            </ul>
          </>
        )}
      </QueryState>
    </>
  );
}

function Represented({ represented }: { readonly represented: HelperView }) {
  const { text } = useText();
  const name = citizenOf(represented);
  const { ground = 'court-decision', state, endedBy } = represented;
  const isOfChild = ground !== 'court-decision';
  if (state === 'ended') {
    return (
      <>
        <h2>{name}</h2>
        <p>
          {text(isOfChild && endedBy === 'time' ? 'represented.over' : 'represented.ended', {
            name,
          })}
        </p>
      </>
    );
  }
  return (
    <>
      <h2>{name}</h2>
      <p>{text(`represented.ground.${ground}`, { name })}</p>
      <HelperLines helper={represented} />
      {isOfChild && <ComesOfAge represented={represented} name={name} />}
      {state === 'active' && <GrantsGiven represented={represented} name={name} />}
      <Begin represented={represented} name={name} />
    </>
  );
}

function ComesOfAge({
  represented: { until },
  name,
}: {
  readonly represented: HelperView;
  readonly name: string;
}) {
  const { text, calendarDay } = useText();
  return (
    <>
      {/* The day as the authority counts it, wherever this is read. */}
      <p>{text('represented.of18', { name, date: calendarDay(until.slice(0, 10)) })}</p>
      <p className="quiet">{text('represented.after', { name })}</p>
    </>
  );
}

function Begin({ represented, name }: { readonly represented: HelperView; readonly name: string }) {
  const { text } = useText();
  const begin = useBegin();
  const isNew = represented.state === 'to-confirm';
  return (
    <>
      {isNew && <p>{text('represented.beginText', { name })}</p>}
      {begin.error && <Problem error={begin.error} sending />}
      <div className="actions">
        <button
          type="button"
          className="button button-main"
          disabled={begin.isPending}
          onClick={() => begin.mutate(represented)}
        >
          {text(isNew ? 'represented.begin' : 'represented.go', { name })}
        </button>
      </div>
      <p aria-live="polite">{begin.isPending && text('represented.busy')}</p>
    </>
  );
}
