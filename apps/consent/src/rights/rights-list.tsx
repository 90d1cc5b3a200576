import type { AskedRight, RightInContext } from '@grondslag/legal-basis';
import { useMayAct } from '../helpers/may-act.ts';
import { useText } from '../i18n/text.tsx';
import { COMPLAIN } from '../lawful-access/complain.tsx';
import { CONTACT } from '../lawful-access/contact-agency.tsx';
import { shortId } from '../routes.tsx';
import { Link } from '../ui/link.tsx';
import { Local } from '../ui/local.tsx';
import { asksFor } from './asked-right.ts';

export const RIGHTS = 'rechten';

/** On what ground an organisation has data, and where one acts on it. Ids as in the addresses of pages. */
export type Ground =
  | { readonly kind: 'law'; readonly id: string; readonly objection?: string | undefined }
  | {
      readonly kind: 'grant';
      readonly id: string;
      readonly ended: boolean;
      /** Whether the page says how to reach the organisation: only of those in the register it is known. */
      readonly contact: boolean;
    };

/** Every right once, as the basis gives it: what it is, why, in which article, and a button where one can act. */
export function RightsList({
  rights,
  ground,
}: {
  readonly rights: readonly RightInContext[];
  readonly ground: Ground;
}) {
  const { text } = useText();
  return (
    <section id={RIGHTS} aria-labelledby="rights">
      <h2 id="rights">{text('rights.title')}</h2>
      <p>{text('rights.intro')}</p>
      {(['yes', 'conditional', 'no'] as const).map((available) => {
        const lines = rights.filter((line) => line.available === available);
        if (lines.length === 0) return null;
        return (
          <section key={available} aria-labelledby={`rights-${available}`} className="card">
            <h3 id={`rights-${available}`}>{text(`rights.${available}`)}</h3>
            <ul className="rights">
              {lines.map((line) => (
                <OneRight key={line.right} line={line} ground={ground} />
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

function OneRight({ line, ground }: { readonly line: RightInContext; readonly ground: Ground }) {
  const { text } = useText();
  return (
    <li>
      <h4>{text(`right.${line.right}`)}</h4>
      <p>
        <Local words={line.why} />
      </p>
      <p className="quiet">{text('gdpr.article', { article: line.article })}</p>
      <Act line={line} ground={ground} />
    </li>
  );
}

/** The way to act on a right: a page of the app where there is one, else whom to write to. */
function Act({
  line: { right, action },
  ground,
}: {
  readonly line: RightInContext;
  readonly ground: Ground;
}) {
  const { text } = useText();
  const mayAct = useMayAct();
  if (right === 'object' && ground.kind === 'law' && ground.objection !== undefined && !action) {
    return (
      <Link to="objection" id={shortId(ground.objection)} className="button">
        {text('lawAccess.objection')}
      </Link>
    );
  }
  // Who only looks along finds whom to write to, and nothing to send.
  if (!mayAct && action !== 'complain') return null;
  const asked: AskedRight | undefined = asksFor(right);
  if (asked !== undefined && action !== undefined) {
    return (
      <Link to="askRight" id={`${asked}-${ground.kind}-${ground.id}`} className="button">
        {text(`rightAction.${action}`)}
      </Link>
    );
  }
  switch (action) {
    case 'object':
      return (
        <Link to="object" id={ground.id} className="button">
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
    // Only consent can be stopped: what the law governs has no switch.
    case 'stop':
      return ground.kind === 'grant' && !ground.ended ? (
        <Link to="stopGrant" id={ground.id} className="button">
          {text('rightAction.stop')}
        </Link>
      ) : null;
    case 'restrict':
    case 'erase':
    case 'export':
    case 'ask':
      if (ground.kind === 'grant' && !ground.contact) return null;
      return (
        <a href={`#${CONTACT}`} className="button">
          {text(`rightAction.${action}`)}
        </a>
      );
    case undefined:
      return null;
  }
}
