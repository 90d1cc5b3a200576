import type { LawfulAccessView, MandateStep, MandateView } from '@grondslag/legal-basis';
import { useText } from '../i18n/text.tsx';
import { shortId } from '../routes.tsx';
import { Link } from '../ui/link.tsx';
import { plainWords } from '../ui/plain-words.ts';
import { QueryState } from '../ui/query-state.tsx';
import { TheirWords } from '../ui/their-words.tsx';
import { DecidedRule } from './decided-rule.tsx';
import { useMandate } from './law-queries.ts';
import { LawReferences } from './law-references.tsx';
import { OfficialText } from './official-text.tsx';

/** The law, who decided and when, the way to the weighing, and the rule the machine applied. */
export function WhyAllowed({ view }: { readonly view: LawfulAccessView }) {
  const { text } = useText();
  const mandate = useMandate(view.mandate);
  return (
    <section aria-labelledby="why">
      <h2 id="why">{text('lawAccess.why.title')}</h2>
      <dl className="lines">
        <div>
          <dt>{text('law.purpose')}</dt>
          <dd>
            <TheirWords words={view.access.task} />
          </dd>
        </div>
        <div>
          <dt>{text('law.law')}</dt>
          <LawReferences view={view} />
        </div>
      </dl>
      <QueryState query={mandate}>{(found) => found && <Decided found={found} />}</QueryState>
      {mandate.data?.mandate.weighing && (
        <p>
          <Link to="weighing" id={shortId(view.access.id)} className="button">
            {text('lawAccess.why.weighing')}
          </Link>
        </p>
      )}
      <DecidedRule view={view} />
    </section>
  );
}

function Decided({ found: { mandate } }: { readonly found: MandateView }) {
  const { text, day } = useText();
  const decided = mandate.steps.findLast(({ step }) => step === 'decided');
  return (
    <dl className="lines">
      {mandate.competence && (
        <div>
          <dt>{text('lawAccess.why.competent')}</dt>
          <dd>{plainWords(mandate.competence.organ)}</dd>
        </div>
      )}
      <div>
        <dt>{text('lawAccess.why.decidedBy')}</dt>
        <dd>{decided ? <Person by={decided.by} /> : text('lawAccess.why.unknown')}</dd>
      </div>
      {decided && (
        <>
          <div>
            <dt>{text('lawAccess.why.decidedOn')}</dt>
            <dd>{day(new Date(decided.at))}</dd>
          </div>
          <div>
            <dt>{text('lawAccess.why.reasons')}</dt>
            <dd>
              <OfficialText words={decided.reasons} inline />
            </dd>
          </div>
        </>
      )}
    </dl>
  );
}

/** A person who decided, by name and role. */
export function Person({ by }: { readonly by: MandateStep['by'] }) {
  const { text } = useText();
  return text('person.named', { name: plainWords(by.name, 200), role: plainWords(by.role, 200) });
}
