import type { EmergencyReview, LawfulAccessView } from '@grondslag/legal-basis';
import { useText } from '../i18n/text.tsx';
import { TheirWords } from '../ui/their-words.tsx';
import { COMPLAIN } from './complain.tsx';
import { Person } from './why-allowed.tsx';

/** Whether somebody else looked at an emergency, what they found, and what to do when nobody did. */
export function ReviewOfEmergency({
  view: { access, review, reviewState },
}: {
  readonly view: LawfulAccessView;
}) {
  const { text, day } = useText();
  if (access.emergency === undefined) return null;
  const { reviewBefore } = access.emergency;
  const date = day(new Date(reviewBefore));
  if (review !== undefined) return <Done review={review} reviewBefore={reviewBefore} />;
  if (reviewState !== 'overdue') return <p>{text('emergency.review', { date })}</p>;
  return (
    <>
      <p>
        <strong>{text('emergency.overdue', { date })}</strong>
      </p>
      <MayComplain />
    </>
  );
}

function Done({
  review: { outcome, reasons, by, at },
  reviewBefore,
}: {
  readonly review: EmergencyReview;
  readonly reviewBefore: string;
}) {
  const { text, day } = useText();
  return (
    <>
      <h3>{text('emergency.done')}</h3>
      <p>
        <strong>{text(`emergency.${outcome}`)}</strong>
      </p>
      <dl className="lines">
        <div>
          <dt>{text('emergency.reasons')}</dt>
          <dd>
            <TheirWords words={reasons} />
          </dd>
        </div>
        <div>
          <dt>{text('emergency.reviewedBy')}</dt>
          <dd>
            <Person by={by} />
          </dd>
        </div>
        <div>
          <dt>{text('emergency.reviewedOn')}</dt>
          <dd>{day(new Date(at))}</dd>
        </div>
      </dl>
      {Date.parse(at) > Date.parse(reviewBefore) && (
        <p>{text('emergency.late', { date: day(new Date(reviewBefore)) })}</p>
      )}
      {outcome === 'not-justified' && <MayComplain />}
    </>
  );
}

function MayComplain() {
  const { text } = useText();
  return (
    <p>
      {text('emergency.mayComplain')} <a href={`#${COMPLAIN}`}>{text('emergency.howToComplain')}</a>
    </p>
  );
}
