import { showAgency, useParticipants } from '../agencies/agency-queries.ts';
import { useFactNames } from '../facts/fact-queries.ts';
import { useActiveGrants } from '../grants/grant-queries.ts';
import { ConsentsToConfirm } from '../helpers/consents-to-confirm.tsx';
import { useConsentsToConfirm } from '../helpers/helper-queries.ts';
import { nameOf } from '../helpers/name-of.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { useObjections } from '../objections/objection-queries.ts';
import { Empty } from '../ui/empty.tsx';
import { Link } from '../ui/link.tsx';
import { together } from '../ui/loadable.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { useFormerRepresentative } from './former-representative.ts';
import { ObjectionsThatStay } from './objections-that-stay.tsx';

/** For who came of age: what changed, what a parent allowed and is to be chosen anew, and what stays. */
export function OfAgePage() {
  const words = useText();
  const { text } = words;
  const { language } = useLanguage();
  const before = useFormerRepresentative();
  const query = together({
    participants: useParticipants(),
    names: useFactNames(words),
    grants: useActiveGrants(),
    waiting: useConsentsToConfirm(),
    objections: useObjections(),
  });
  const title = text('cameOfAge.title');
  return (
    <>
      <PageTitle name={title}>{title}</PageTitle>
      <p className="intro">
        {before && text('cameOfAge.before', { name: nameOf(before) })} {text('cameOfAge.intro')}
      </p>
      {before && <p>{text('cameOfAge.over', { name: nameOf(before) })}</p>}
      <QueryState query={query}>
        {({ participants, names, grants, waiting, objections }) => {
          const agency = (webId: string) => showAgency(webId, participants, language, text).name;
          return (
            <>
              {waiting.length === 0 ? (
                <Empty what={text('cameOfAge.nothing')} hint={text('cameOfAge.nothingHint')} />
              ) : (
                <ConsentsToConfirm
                  title={text('cameOfAge.choose')}
                  grants={grants}
                  agencyOf={({ credentialSubject: { providedConsent } }) =>
                    agency(providedConsent.isProvidedTo)
                  }
                  names={names}
                />
              )}
              <ObjectionsThatStay
                objections={objections.filter(
                  ({ objection }) => before !== undefined && objection.helper === before.id,
                )}
                agencyOf={agency}
              />
            </>
          );
        }}
      </QueryState>
      <p>
        <Link to="grants">{text('cameOfAge.grants')}</Link>
      </p>
    </>
  );
}
