import type { LawfulAccessView } from '@grondslag/legal-basis';
import { useEffect } from 'react';
import { useMayAct } from '../helpers/may-act.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { useNotices } from '../notices/notice-queries.ts';
import { markAccessSeen } from '../notices/seen-notices.ts';
import { RightsList } from '../rights/rights-list.tsx';
import { shortId } from '../routes.tsx';
import { Link } from '../ui/link.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { Complain } from './complain.tsx';
import { ContactAgency } from './contact-agency.tsx';
import { Emergency } from './emergency.tsx';
import { LawInformation } from './law-information.tsx';
import { useLawfulAccesses } from './law-queries.ts';
import {
  agencyName,
  canObject,
  endedSentence,
  isOpen,
  lawSentence,
  stateInWords,
} from './law-words.ts';
import { NamedData } from './named-data.tsx';
import { OnThisPage } from './on-this-page.tsx';
import { ToldLater } from './told-later.tsx';
import { WhyAllowed } from './why-allowed.tsx';

/** Everything about one access under a law. `id` is its short id. */
export function LawfulAccessPage({ id }: { readonly id: string }) {
  const accesses = useLawfulAccesses();
  const found = accesses.data?.find(({ access }) => shortId(access.id) === id);
  return (
    <QueryState query={accesses} isEmpty={() => !found} empty={<Gone />}>
      {() => found && <Found view={found} />}
    </QueryState>
  );
}

function Found({ view }: { readonly view: LawfulAccessView }) {
  const words = useText();
  const { text } = words;
  const { language } = useLanguage();
  const mayAct = useMayAct();
  const agency = agencyName(view, language);
  const title = text('lawAccess.title', { agency });
  const sentence = view.review?.outcome === 'not-justified' ? endedSentence : lawSentence;
  useSeen(view);
  return (
    <>
      <PageTitle name={title}>{title}</PageTitle>
      <p className="intro">{sentence(view, language, words)}</p>
      <div className="notice">
        <p>
          <strong>{stateInWords(view, language, words)}</strong>
        </p>
        {isOpen(view) && (
          <p>{text('law.lasts', { until: words.until(new Date(view.access.validUntil)) })}</p>
        )}
      </div>
      <ToldLater view={view} />
      <Emergency view={view} />
      {canObject(view) && mayAct && (
        <section className="card first" aria-labelledby="object">
          <h2 id="object">{text('lawAccess.object.title')}</h2>
          <p>{text('lawAccess.object.text')}</p>
          <Link to="object" id={shortId(view.access.id)} className="button button-main">
            {text('rightAction.object')}
          </Link>
        </section>
      )}
      {view.objection !== undefined && (
        <p>
          <Link to="objection" id={shortId(view.objection)} className="button">
            {text('lawAccess.objection')}
          </Link>
        </p>
      )}
      <OnThisPage />
      <NamedData view={view} />
      <WhyAllowed view={view} />
      <RightsList
        rights={view.rights}
        ground={{ kind: 'law', id: shortId(view.access.id), objection: view.objection }}
      />
      <LawInformation view={view} />
      <ContactAgency
        agency={agency}
        contact={view.information.controller.contact}
        officer={view.information.dataProtectionOfficer}
      />
      <Complain />
    </>
  );
}

/** Who sees the page has been told. */
function useSeen({ access }: LawfulAccessView) {
  const { data } = useNotices();
  useEffect(() => {
    if (data) markAccessSeen(localStorage, data, access.id);
  }, [data, access.id]);
}

function Gone() {
  const { text } = useText();
  return (
    <>
      <PageTitle name={text('lawAccess.gone.title')}>{text('lawAccess.gone.title')}</PageTitle>
      <p>{text('lawAccess.gone.text')}</p>
      <Link to="grants" className="button">
        {text('lawAccess.back')}
      </Link>
    </>
  );
}
