import { factPhrase } from '../facts/fact-words.ts';
import { useText } from '../i18n/text.tsx';
import { partInWords } from '../lawful-access/data-words.ts';
import { Link } from '../ui/link.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { AfterDecision } from '../way-back/after-decision.tsx';
import type { ShownRequest } from './shown-request.ts';
import { OtherRoute } from './step-if-no.tsx';
import type { Draft } from './steps.ts';

/** What holds now that the decision was sent. */
export function DecisionSent({
  shown,
  decision,
  decisionId,
  draft,
}: {
  readonly shown: ShownRequest;
  readonly decision: 'yes' | 'no';
  readonly decisionId: string;
  readonly draft: Draft;
}) {
  const words = useText();
  const { text, until } = words;
  const agency = shown.agency.name;
  const { wayBack } = shown;
  const back = <AfterDecision wayBack={wayBack} agency={agency} decisionId={decisionId} />;
  const button = wayBack?.allowed ? 'button' : 'button button-main';
  if (decision === 'no') {
    return (
      <>
        <PageTitle name={text('request.done.no.title')}>{text('request.done.no.title')}</PageTitle>
        <p className="intro">{text('request.done.no.text', { agency })}</p>
        {back}
        <OtherRoute shown={shown} />
        <Link to="requests" className={button}>
          {text('request.done.no.link')}
        </Link>
      </>
    );
  }
  const views = shown.asked.needs.flatMap(({ facts }) => facts);
  return (
    <>
      <PageTitle name={text('request.done.yes.title')}>{text('request.done.yes.title')}</PageTitle>
      <p className="intro">
        {text('request.done.yes.text', {
          agency,
          until: draft.endsAt ? until(draft.endsAt) : '',
        })}
      </p>
      <ul>
        {draft.facts.map((resource) => (
          <li key={resource}>
            {partInWords(
              factPhrase(
                resource,
                views.find((view) => view.resource === resource),
                words,
              ),
              draft.shared.find((one) => one.resource === resource),
              words,
            )}
          </li>
        ))}
      </ul>
      <p>{text('request.done.yes.log')}</p>
      {back}
      <Link to="grants" className={button}>
        {text('request.done.yes.link')}
      </Link>
    </>
  );
}
