import type { LawfulAccessView } from '@grondslag/legal-basis';
import { useText } from '../i18n/text.tsx';
import { ReviewOfEmergency } from './emergency-review.tsx';
import { OfficialText } from './official-text.tsx';
import { Person } from './why-allowed.tsx';

/** Of access in an emergency (Article 6(1)(d) GDPR): what was written down before, by whom, and what a review found. */
export function Emergency({ view }: { readonly view: LawfulAccessView }) {
  const { text } = useText();
  const { access } = view;
  if (access.emergency === undefined) return null;
  const { danger, whyNoOtherBasis, officials } = access.emergency;
  return (
    <section className="notice" aria-labelledby="emergency">
      <h2 id="emergency">{text('emergency.title')}</h2>
      <dl className="lines">
        <div>
          <dt>{text('emergency.danger')}</dt>
          <dd>
            <OfficialText words={danger} inline />
          </dd>
        </div>
        <div>
          <dt>{text('emergency.noOther')}</dt>
          <dd>
            <OfficialText words={whyNoOtherBasis} inline />
          </dd>
        </div>
        <div>
          <dt>{text('emergency.officials')}</dt>
          {officials.map((by) => (
            <dd key={`${by.name} ${by.role}`}>
              <Person by={by} />
            </dd>
          ))}
        </div>
      </dl>
      <ReviewOfEmergency view={view} />
    </section>
  );
}
