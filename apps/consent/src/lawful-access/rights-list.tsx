import type { LawfulAccessView, RightInContext } from '@grondslag/legal-basis';
import { useText } from '../i18n/text.tsx';
import { shortId } from '../routes.tsx';
import { Link } from '../ui/link.tsx';
import { Local } from '../ui/local.tsx';
import { COMPLAIN } from './complain.tsx';
import { CONTACT } from './contact-agency.tsx';

export const RIGHTS = 'rechten';

/** Every right once, as the basis gives it: what it is, why, in which article, and a button where one can act. */
export function RightsList({ view }: { readonly view: LawfulAccessView }) {
  const { text } = useText();
  return (
    <section id={RIGHTS} aria-labelledby="rights">
      <h2 id="rights">{text('rights.title')}</h2>
      <p>{text('rights.intro')}</p>
      {(['yes', 'conditional', 'no'] as const).map((available) => {
        const lines = view.rights.filter((line) => line.available === available);
        if (lines.length === 0) return null;
        return (
          <section key={available} aria-labelledby={`rights-${available}`} className="card">
            <h3 id={`rights-${available}`}>{text(`rights.${available}`)}</h3>
            <ul className="rights">
              {lines.map((line) => (
                <OneRight key={line.right} line={line} view={view} />
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

function OneRight({
  line,
  view,
}: {
  readonly line: RightInContext;
  readonly view: LawfulAccessView;
}) {
  const { text } = useText();
  return (
    <li>
      <h4>{text(`right.${line.right}`)}</h4>
      <p>
        <Local words={line.why} />
      </p>
      <p className="quiet">{text('gdpr.article', { article: line.article })}</p>
      <Act line={line} view={view} />
    </li>
  );
}

/** The way to act on a right: a page of the app where there is one, else whom to write to. */
function Act({
  line: { right, action },
  view,
}: {
  readonly line: RightInContext;
  readonly view: LawfulAccessView;
}) {
  const { text } = useText();
  if (right === 'object' && action === undefined && view.objection !== undefined) {
    return (
      <Link to="objection" id={shortId(view.objection)} className="button">
        {text('lawAccess.objection')}
      </Link>
    );
  }
  switch (action) {
    case 'object':
      return (
        <Link to="object" id={shortId(view.access.id)} className="button">
          {text('rightAction.object')}
        </Link>
      );
    case 'correct':
      return (
        <Link to="facts" className="button">
          {text('rightAction.correct')}
        </Link>
      );
    case 'complain':
      return (
        <a href={`#${COMPLAIN}`} className="button">
          {text('rightAction.complain')}
        </a>
      );
    case 'restrict':
    case 'erase':
    case 'export':
    case 'ask':
      return (
        <a href={`#${CONTACT}`} className="button">
          {text(`rightAction.${action}`)}
        </a>
      );
    // Stopping belongs to consent: what the law governs has no switch.
    case 'stop':
    case undefined:
      return null;
  }
}
