import type { LawfulAccessView } from '@grondslag/legal-basis';
import { useLanguage, useText } from '../i18n/text.tsx';
import { shortId } from '../routes.tsx';
import { Link } from '../ui/link.tsx';
import { Local } from '../ui/local.tsx';
import { TheirWords } from '../ui/their-words.tsx';
import { kindsInWords } from './data-words.ts';
import { LawReferences } from './law-references.tsx';
import { agencyName, canObject, lawSentence, rightToObject, stateInWords } from './law-words.ts';

/** One access under a law: what the law says, until when, and the way to all that can be done. No switch. */
export function LawCard({ view }: { readonly view: LawfulAccessView }) {
  const words = useText();
  const { text, until } = words;
  const { language } = useLanguage();
  const { access, objection } = view;
  const agency = agencyName(view, language);
  const object = rightToObject(view);
  const objected = objection !== undefined && object?.available === 'yes' && !object.action;
  return (
    <article className="card card-law">
      <h3>{agency}</h3>
      <p>{lawSentence(view, language, words)}</p>
      {canObject(view) && <p>{text('law.youCan.object')}</p>}
      {objected && <p>{text('law.youCan.objected')}</p>}
      {object?.available === 'no' && (
        <p>
          {text('law.youCan.other')} <Local words={object.why} />
        </p>
      )}
      <dl className="lines">
        <div>
          <dt>{text('law.purpose')}</dt>
          <dd>
            <TheirWords words={access.task} maxLength={300} />
          </dd>
        </div>
        <div>
          <dt>{text('law.law')}</dt>
          <LawReferences view={view} />
        </div>
        <div>
          <dt>{text('law.until')}</dt>
          <dd>{until(new Date(access.validUntil))}</dd>
        </div>
        <div>
          <dt>{text('law.now')}</dt>
          <dd className="value">{stateInWords(view, language, words)}</dd>
        </div>
      </dl>
      <Link
        to="lawfulAccess"
        id={shortId(access.id)}
        className="button"
        label={text('law.openFor', { agency, what: kindsInWords(access.dataNeeds, words) })}
      >
        {text('law.open')}
      </Link>
    </article>
  );
}
